#include "formats/html/write_look.h"

namespace mingzhang::formats {

std::string_view publication_look() {
  return R"(
body{margin:0;background:#eceff1;color:#111;
font:16pt/28.95pt FangSong_GB2312,"仿宋_GB2312",FangSong,"仿宋",STFangsong,"Noto Serif CJK SC",serif}
main{max-width:156mm;margin:12pt auto;padding:37mm 26mm 35mm 28mm;background:#fff;box-shadow:0 1px 4px #0003}
h1,h2,h3{font-family:"方正小标宋简体",STZhongsong,"华文中宋","Noto Serif CJK SC",serif;font-weight:normal;
text-align:center}
h1{font-size:26pt;line-height:40pt;margin:40mm 0 30mm}
h2{font-size:22pt;line-height:34pt;margin:36pt 0 18pt}
h3{font-size:18pt;line-height:28pt;margin:24pt 0 4pt}
main>h3{font:16pt/28.95pt SimHei,"黑体","Noto Sans CJK SC",sans-serif;text-align:left;text-indent:2em;margin:0}
h4{font:16pt/28.95pt KaiTi_GB2312,"楷体_GB2312",KaiTi,STKaiti,"Noto Serif CJK SC",serif;text-indent:2em;margin:0}
h5{font-size:16pt;line-height:28.95pt;text-indent:2em;margin:0}
p{margin:0;text-indent:2em;text-align:justify}
.c{text-align:center;text-indent:0}
nav{margin:20mm 0}nav a{display:block;color:inherit;text-decoration:none;line-height:24pt;font-size:14pt}
nav a.l1{font-family:SimHei,"黑体","Noto Sans CJK SC",sans-serif;margin-top:6pt}nav a.l2{padding-left:1em}
.t{margin:24pt -12mm;overflow-x:auto}
.t p{font-size:10.5pt;line-height:16pt;text-indent:0}.t .l{text-align:right}.t .r{display:flex;
justify-content:space-between}
table{border-collapse:collapse;width:100%;font-size:10.5pt;line-height:14pt}
th,td{border:.5pt solid #000;padding:1.5pt 3pt;font-weight:normal;vertical-align:middle}
th{font-family:SimHei,"黑体","Noto Sans CJK SC",sans-serif;text-align:center}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td{height:14pt}
a.f{color:inherit;text-decoration:none}a.f:hover{background:#e3f2fd;outline:1px dotted #1565c0}
mark{background:#fff176}
.trace{display:none}
.trace:target{display:block;position:fixed;right:12pt;bottom:12pt;width:min(46em,90vw);max-height:60vh;
overflow:auto;background:#fff;
border:1px solid #1565c0;border-radius:4px;padding:10pt 14pt;
font:11pt/17pt "Noto Sans CJK SC","Microsoft YaHei",sans-serif;box-shadow:0 4px 16px #0004}
.trace h4{font:bold 12pt/18pt "Noto Sans CJK SC","Microsoft YaHei",sans-serif;text-indent:0}
.trace ul{margin:6pt 0;padding-left:16pt}
.trace .x{color:#1565c0}
@media print{body{background:#fff}main{margin:0;padding:0;box-shadow:none;max-width:none}
.trace:target{display:none}
h2{break-before:page}.t{break-before:page;margin:0}thead{display:table-header-group}tr{break-inside:avoid}}
)";
}

}  // namespace mingzhang::formats
