// Reads what `npm audit --json` says of the folder that is named, and fails when it knows of a vulnerability. A registry that is out of reach, or answers no such
// questions, fails nothing: that is said, and the packages are those of the lock file either way.
const [folder] = process.argv.slice(2);
let text = "";
for await (const part of process.stdin) text += part;

let report;
try {
  report = JSON.parse(text);
} catch {
  report = {};
}

const counts = report.metadata?.vulnerabilities;
if (!counts) {
  console.log(`   ${folder}: the registry says nothing of vulnerabilities${report.message ? ` (${report.message})` : ""}.`);
} else if (counts.total > 0) {
  for (const { name, severity, range } of Object.values(report.vulnerabilities)) console.error(`   ${folder}: ${name} ${range} (${severity})`);
  process.exitCode = 1;
}
