// Every area of this language. To add an area, add its file here and in the two other languages.
import accuracy from './accuracy.json' with { type: 'json' };
import advice from './advice.json' with { type: 'json' };
import app from './app.json' with { type: 'json' };
import basics from './basics.json' with { type: 'json' };
import breakEven from './breakEven.json' with { type: 'json' };
import changes from './changes.json' with { type: 'json' };
import charts from './charts.json' with { type: 'json' };
import cli from './cli.json' with { type: 'json' };
import compare from './compare.json' with { type: 'json' };
import demand from './demand.json' with { type: 'json' };
import desktop from './desktop.json' with { type: 'json' };
import duties from './duties.json' with { type: 'json' };
import evaluation from './evaluation.json' with { type: 'json' };
import explain from './explain.json' with { type: 'json' };
import failures from './failures.json' with { type: 'json' };
import faults from './faults.json' with { type: 'json' };
import formula from './formula.json' with { type: 'json' };
import goals from './goals.json' with { type: 'json' };
import inputs from './inputs.json' with { type: 'json' };
import languages from './languages.json' with { type: 'json' };
import leastCost from './leastCost.json' with { type: 'json' };
import matters from './matters.json' with { type: 'json' };
import measures from './measures.json' with { type: 'json' };
import needs from './needs.json' with { type: 'json' };
import outcomes from './outcomes.json' with { type: 'json' };
import pages from './pages.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import playback from './playback.json' with { type: 'json' };
import probability from './probability.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import results from './results.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import routing from './routing.json' with { type: 'json' };
import scenarios from './scenarios.json' with { type: 'json' };
import sensitivity from './sensitivity.json' with { type: 'json' };
import start from './start.json' with { type: 'json' };
import steps from './steps.json' with { type: 'json' };
import stress from './stress.json' with { type: 'json' };
import structure from './structure.json' with { type: 'json' };
import units from './units.json' with { type: 'json' };
import verify from './verify.json' with { type: 'json' };
import versions from './versions.json' with { type: 'json' };

export const areas = {
  accuracy,
  advice,
  app,
  basics,
  breakEven,
  changes,
  charts,
  cli,
  compare,
  demand,
  desktop,
  duties,
  evaluation,
  explain,
  failures,
  faults,
  formula,
  goals,
  inputs,
  languages,
  leastCost,
  matters,
  measures,
  needs,
  outcomes,
  pages,
  people,
  playback,
  probability,
  report,
  results,
  review,
  routing,
  scenarios,
  sensitivity,
  start,
  steps,
  stress,
  structure,
  units,
  verify,
  versions,
};
