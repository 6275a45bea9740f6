/**
 * How a table of `toHtml` looks: calm on a screen, black on white on paper, where rows stay whole and headings repeat.
 * Colours are pale and never stand alone: a letter stands beside each.
 */
export const tableStyles = `.metodika-table{margin:0 0 2rem;color:#1b2430;font:1rem/1.4 "PT Sans","Noto Sans",system-ui,sans-serif}
.metodika-table .scroll{overflow-x:auto}
.metodika-table .scroll:focus-visible{outline:3px solid #b3470f;outline-offset:2px}
.metodika-table table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
.metodika-table caption{padding:0 0 .5rem;text-align:left;font-size:1rem}
.metodika-table caption .title{display:block;margin:0;font-size:1.125rem;font-weight:700}
.metodika-table th,.metodika-table td{padding:.3rem .5rem;border:1px solid #a9b2be;vertical-align:top;text-align:left}
.metodika-table thead th{background:#f0f2f5;font-weight:600;vertical-align:bottom}
.metodika-table tbody th,.metodika-table tfoot th{min-width:11em;font-weight:400}
.metodika-table tfoot{border-top:3px double #515c6b}
.metodika-table tfoot th,.metodika-table tfoot td{font-weight:600}
.metodika-table .center{text-align:center}
.metodika-table .right{text-align:right}
.metodika-table td.right{white-space:nowrap}
.metodika-table .absent{color:#515c6b}
.metodika-table .green{background:#d6eedc;color:#14522b}
.metodika-table .yellow{background:#faecb4;color:#5c4500}
.metodika-table .red{background:#f9d8d2;color:#7d1d14}
.metodika-table .blue{background:#d5e5f8;color:#15426f}
.metodika-table abbr{text-decoration:none}
.metodika-table sup{line-height:0}
.metodika-table a{color:#1d5a96}
.metodika-table .notes{margin:.75rem 0;padding:0 0 0 1.25rem;max-width:60rem;font-size:.875rem}
.metodika-table .source{margin:.5rem 0 0;color:#515c6b;font-size:.875rem}
@media print{.metodika-table{color:#000;font-size:9pt}.metodika-table .scroll{overflow:visible;padding:0 1px}.metodika-table thead{display:table-header-group}.metodika-table tfoot{display:table-row-group}.metodika-table tr,.metodika-table .notes li{break-inside:avoid}.metodika-table caption{break-after:avoid}.metodika-table table{font-size:8pt}.metodika-table td,.metodika-table th{print-color-adjust:exact;-webkit-print-color-adjust:exact}.metodika-table a{color:inherit;text-decoration:none}}`;
