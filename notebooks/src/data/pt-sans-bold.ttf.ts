import { loadDrawing } from "@metodika/report/node";

process.stdout.write((await loadDrawing()).fonts.bold);
