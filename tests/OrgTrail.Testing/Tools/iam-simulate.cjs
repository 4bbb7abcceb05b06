// Asks the npm package @cloud-copilot/iam-simulate, an independent simulator of IAM, what bucket policies say to callers.
//   node iam-simulate.cjs <input.json> <output.json>
// Input: { policies: [text], callers: [{ principal, action, resource, context }] }. Output: a list for each policy, with
// "Allowed", "ExplicitlyDenied" or "ImplicitlyDenied" for each caller; or what is wrong with the policy, as a text.
const { readFileSync, writeFileSync } = require('node:fs');
const { runSimulation, anonymousPrincipal } = require('@cloud-copilot/iam-simulate');

async function ask(resourcePolicy, { principal, action, resource, context }) {
  const answer = await runSimulation({
    request: {
      principal: principal === 'anonymous' ? anonymousPrincipal : principal,
      action,
      resource: { resource, accountId: '111111111111' },
      contextVariables: context,
    },
    identityPolicies: [], serviceControlPolicies: [], resourceControlPolicies: [], resourcePolicy,
  }, {});
  if (answer.resultType !== 'single') throw new Error(JSON.stringify(answer.errors ?? answer.resultType));
  const said = answer.result.analysis.resourceAnalysis.result;
  return said.startsWith('Allowed') ? 'Allowed' : said === 'DeniedForAccount' ? 'ExplicitlyDenied' : said;
}

async function askAll(text, callers) {
  try {
    const said = [];
    for (const caller of callers) said.push(await ask(JSON.parse(text), caller));
    return said;
  } catch (error) {
    return String(error.message);
  }
}

(async () => {
  const { policies, callers } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const answers = [];
  for (const policy of policies) answers.push(await askAll(policy, callers));
  writeFileSync(process.argv[3], JSON.stringify(answers));
})();
