// node sheetjs.cjs xlsx|ods FOLDER FILE…: open each file with SheetJS and save it into the folder.
const path = require("node:path");
const XLSX = require("xlsx");

const [kind, folder, ...files] = process.argv.slice(2);
for (const file of files) {
  try {
    const book = XLSX.readFile(file, { cellDates: false, cellStyles: true, cellNF: true });
    XLSX.writeFile(book, path.join(folder, `${path.parse(file).name}.${kind}`), { bookType: kind, Props: book.Props });
  } catch (error) {
    console.error(`${path.basename(file)}: ${error.message}`);
  }
}
