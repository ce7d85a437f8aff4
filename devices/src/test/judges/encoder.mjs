// Writes a receipt made by receipt-printer-encoder to standard output.
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';

const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48, codepageMapping: 'epson' });
const stream = encoder
    .initialize()
    .codepage('cp858')
    .align('center')
    .bold(true)
    .size(2, 2)
    .line('RICEVUTA')
    .size(1, 1)
    .bold(false)
    .align('left')
    .table([{ width: 36, align: 'left' }, { width: 12, align: 'right' }], [['Totale €', '46,50']])
    .rule()
    .qrcode('SP1R:SR-T01A/2026/000123', { model: 2, size: 6, errorlevel: 'm' })
    .barcode('SP1B:2026', 'code128', { height: 60, text: true })
    .cut('partial')
    .encode();
process.stdout.write(Buffer.from(stream));
