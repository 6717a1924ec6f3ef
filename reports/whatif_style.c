#include "reports/whatif_page.h"

#include <glib.h>

const char *whatif_page_colour(int column)
{
  static const char *const colours[] = {"#0072b2", "#d55e00", "#00795a",
                                        "#a8558f", "#8a6d00", "#1d1d1b"};
  return column == 0 ? "#595959" : colours[(column - 1) % (int)G_N_ELEMENTS(colours)];
}

const char *whatif_page_dashes(int column)
{
  static const char *const dashes[] = {"none",    "10 3",     "2 3",          "10 3 2 3",
                                       "6 2",     "14 4",     "10 3 2 3 2 3", "1 5",
                                       "6 2 6 6", "14 3 4 3", "3 6",          "14 3 2 3 2 3 2 3"};
  return dashes[(column - 1) % (int)G_N_ELEMENTS(dashes)];
}

const char whatif_page_style[] =
    "\n:root{--ink:#1d1d1b;--soft:#595959;--rule:#c9c9c4;--paper:#fff;--shade:#f4f4f1;"
    "--good:#00558c;--bad:#a34200}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;max-width:80rem;padding:1.5rem;color:var(--ink);background:var(--paper);"
    "font:16px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif}\n"
    "h1{font-size:1.8rem;margin:0}h2{font-size:1.3rem;margin:2.2rem 0 .6rem}"
    "h3{font-size:1rem;margin:0 0 .3rem}\n"
    ".skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;padding:.3rem .6rem;"
    "background:var(--paper)}@media print{.skip{display:none}}\n"
    ":focus-visible{outline:3px solid var(--good);outline-offset:1px}\n"
    "header p{margin:.2rem 0 0;color:var(--soft)}\n"
    ".cards{list-style:none;padding:0;margin:0;display:grid;gap:.8rem;"
    "grid-template-columns:repeat(auto-fill,minmax(20rem,1fr))}\n"
    ".cards>li{border:1px solid var(--rule);border-radius:6px;padding:.7rem .9rem;"
    "break-inside:avoid}\n"
    ".cards ul{margin:0;padding-left:1.1rem;font-size:.9rem;color:var(--soft)}"
    ".cards p{margin:.5rem 0 0;font-size:.9rem}\n"
    ".badge{display:inline-block;min-width:1.6em;text-align:center;color:#fff;border-radius:4px;"
    "margin-right:.5em;padding:0 .35em;font-weight:600;print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}\n"
    ".warning{color:var(--bad);font-weight:600;margin:.4rem 0}\n"
    "pre{white-space:pre-wrap;font-size:.8rem;background:var(--shade);padding:.6rem;margin:.4rem "
    "0}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}\n"
    "caption{text-align:left;color:var(--soft);padding-bottom:.4rem}\n"
    "th,td{padding:.3rem .5rem;text-align:right;vertical-align:top;"
    "border-bottom:1px solid var(--rule);white-space:nowrap}\n"
    "tbody th,thead th:first-child{text-align:left;position:sticky;left:0;padding-left:0;"
    "background:var(--paper)}tbody th{font-weight:400}\n"
    "td.word,thead th.word{text-align:left}"
    "td.text,thead th.text{text-align:left;white-space:normal;min-width:15rem}"
    "thead th{white-space:normal}\n"
    "thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}\n"
    "tbody th.group{font-weight:700;padding-top:1rem;border-bottom-color:var(--ink)}\n"
    "th .unit{color:var(--soft);font-size:.85em;margin-left:.4em}\n"
    "td small{display:block;color:var(--soft)}td small.good{color:var(--good)}"
    "td small.bad{color:var(--bad)}\n"
    ".charts{display:grid;gap:1rem 1.5rem;"
    "grid-template-columns:repeat(auto-fit,minmax(17rem,1fr))}\n"
    "@media screen and (max-width:40rem){.wide{overflow-x:auto}.wide svg{width:44rem}"
    "tbody th,td.word{white-space:normal;min-width:9rem}td.text{min-width:11rem}}\n"
    "figure{margin:0;break-inside:avoid}figcaption{font-size:.9rem;font-weight:600}\n"
    "svg{width:100%;height:auto;display:block}\n"
    "svg text{font-size:11px;fill:var(--soft)}svg .right{text-anchor:end}"
    "svg .mark{paint-order:stroke;stroke:#fff;stroke-width:3px}"
    "svg .middle{text-anchor:middle}svg g .label{fill:inherit;font-weight:700;font-size:12px}\n"
    ".grid{stroke:#e2e2de;fill:none}.line{fill:none;stroke-width:2.2}"
    ".dashed{stroke-dasharray:5 4;stroke-width:1.8}.band{fill-opacity:.18}"
    ".layer{stroke:#fff;stroke-width:.6}\n"
    "section.scenario{margin-top:1.8rem;break-inside:avoid}\n"
    ".key{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.4rem 0;padding:0;"
    "font-size:.85rem;color:var(--soft)}\n"
    ".key i{display:inline-block;width:1.4em;height:.8em;margin-right:.4em;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    "details{margin-top:.5rem;font-size:.9rem}summary{cursor:pointer;color:var(--soft)}\n"
    "@media print{html{font-size:11.5px}body{max-width:none;padding:0;font-size:1rem}"
    ".scroll{overflow:visible}th,td{padding:.15rem .4rem;white-space:normal}"
    "td small{display:inline;margin-left:.4em;white-space:nowrap}h2{margin-top:1.4rem}"
    "h2,h3{break-after:avoid}tr{break-inside:avoid}details{display:none}"
    "tbody th{position:static}@page{size:landscape;margin:12mm}}\n";
