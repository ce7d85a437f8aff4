// Writes a receipt made by receiptline to standard output.
import receiptline from 'receiptline';

const document = `^^^RICEVUTA

Visita cardiologica è | 36,15
Diritti di copia | 10,35
-
^TOTALE € | ^46,50
{code:SP1B:2026000123; option:code128,2,72,hri}
{code:SP1R:SR-T01A/2026/000123; option:qrcode,4,m}
`;
const stream = receiptline.transform(document, {
    cpl: 48,
    encoding: 'cp858',
    command: 'escpos',
    spacing: true,
    cutting: true,
});
process.stdout.write(Buffer.from(stream, 'binary'));
