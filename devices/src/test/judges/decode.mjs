// Reads an ESC/POS stream from standard input with npos and prints what it found:
// text (in the given character set) and pictures (rows of 0 and 1).
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const npos = require('npos');
const iconv = require('iconv-lite');

const charset = process.argv[2];
const stream = readFileSync(0);
// Its table knows no "GS (" (QR codes): a byte for the kind, then a length and as many bytes.
npos.rules[0x1d]['('] = [1, 'd16'];
const ast = await npos.parser(npos.rules).parse(stream);
if (ast.error) throw ast.error;
const found = ast.entries.map((entry) => {
    if (entry.type === 'text') {
        return { type: 'text', text: iconv.decode(Buffer.from(entry.data), charset) };
    }
    const image = entry.data;
    const rows = [];
    for (let y = 0; y < image.height; y++) {
        let row = '';
        for (let x = 0; x < image.width; x++) row += image.getPixel(x, y) === 0 ? '1' : '0';
        rows.push(row);
    }
    return { type: entry.type, rows };
});
const commands = ast.tree.filter((node) => node.fn).map((node) => `${node.ascii} ${node.fn}`);
for (const entry of found) {
    if (entry.type === 'text') console.log(`T ${Buffer.from(entry.text, 'utf8').toString('hex')}`);
    else console.log(`P ${entry.rows.join('/')}`);
}
console.log(`C ${commands.join(',')}`);
