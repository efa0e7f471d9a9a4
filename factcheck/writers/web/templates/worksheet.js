"use strict";
/* exported saveAsCsv */
// A button beneath a worksheet that saves it, with what was ticked off and noted, as CSV that no spreadsheet takes for formulas.
function saveAsCsv(table) {
  const cell = (words) => `"${words.replace(/^\s*(?=[=+\-@\t\r＝＋－＠])/, "'").replace(/"/g, '""')}"`;
  const value = (each) => {
    const box = each.querySelector("input");
    if (!box) return each.innerText.trim().replace(/\s+/g, " ");
    return box.type === "checkbox" ? (box.checked ? "done" : "") : box.value;
  };
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  button.textContent = "Save as CSV, with ticks and notes";
  button.addEventListener("click", () => {
    const lines = [...table.rows].map((row) => [...row.cells].map((each) => cell(value(each))).join(","));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv" }));
    link.download = "worksheet.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  table.closest("section").append(button);
}
