// A journal with enough in it for every page: made up here, and taken in as a copy that someone brings back (docs/journal-export.md).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const day = 24 * 60 * 60 * 1000;
const people = [{ id: '0b8f2f7c-1c55-4a0e-8a71-2f3e4d5c6b7a', alias: 'K' }, { id: '1b8f2f7c-1c55-4a0e-8a71-2f3e4d5c6b7a', alias: 'The tall one' }];
const lines = ['The reply got shorter each time I wrote it.', 'It was a good weekend.', 'I looked at the clock before they had said hello.', 'I said I would be back at nine.'];

const chosen = (prompt, asked, id, label) => ({ prompt, kind: 'any-of', asked, chosen: [{ id, label }], text: '', rating: null });
const rated = (prompt, asked, rating) => ({ prompt, kind: 'scale', asked, chosen: [], text: '', rating });
const said = (prompt, asked, text) => ({ prompt, kind: 'text', asked, chosen: [], text, rating: null });

const practices = [
  (n) => ({ practice: 'catch-early', choices: { noticed: ['need-alone'], before: [n % 2 ? 'good-time' : 'opened-up'], body: ['chest'] }, answers: [
    chosen('noticed', 'What did you notice?', 'need-alone', '“I need to be alone now.”'), chosen('body', 'Where in the body?', 'chest', 'Chest'), said('words', 'How would you say it?', lines[n % 4])] }),
  (n) => ({ practice: 'slow-exit', choices: { want: ['go-quiet'], outcome: [n % 2 ? 'waited' : 'sent'] }, ratings: { pull: 9 - n % 4, 'pull-now': n % 7 }, answers: [
    chosen('want', 'What do you want to do?', 'go-quiet', 'Go quiet'), rated('pull', 'How strong is the pull?', 9 - n % 4), rated('pull-now', 'How strong is the pull now?', n % 7),
    said('if-then', 'If…, I will…', 'If my jaw sets, I will say when I am back.')] }),
  (n) => ({ practice: 'safe-relationships', choices: { 'what-happened': ['they-kept'], afterwards: ['easier'] }, people: { who: people[n % 2].id }, answers: [
    chosen('what-happened', 'What happened?', 'they-kept', 'They kept a small promise'), said('line', 'One line', lines[n % 4])] }),
  (n) => ({ practice: 'capture', choices: { noticed: ['need-alone'] }, ratings: { strength: n % 11 }, answers: [
    chosen('noticed', 'What did you notice?', 'need-alone', '“I need to be alone now.”'), rated('strength', 'How strong?', n % 11), said('line', 'One line', lines[n % 4])] }),
  (n) => ({ practice: 'small-doses', choices: { done: ['did-it'], response: ['warm'], next: ['same'] }, ratings: { expected: 5, 'how-it-was': n % 6 }, people: { who: people[0].id }, answers: [
    said('thing', 'One thing under five minutes', 'Ask how the day was, and wait for the answer.'), rated('expected', 'How much discomfort do you expect?', 5)] }),
];

/** Writes the copy into the folder; answers with the file. Each of the seventy entries lies four days before the next. */
export function copy(folder) {
  const entries = Array.from({ length: 70 }, (_, n) => ({
    id: `0f1e2d3c-4b5a-4978-8796-${String(n).padStart(12, '0')}`,
    written: new Date(Date.now() - (n * 4 + 1) * day).toISOString(),
    happened: null, practiceVersion: 1, ratings: {}, ...practices[n % practices.length](n),
  }));
  const settings = { idleMinutes: 20, totalMinutes: 120, spellcheck: false, timeZone: 'Europe/Paris' };
  const signs = [{ id: '6c1d6d1e-7f0e-4f0e-9d35-0f5f0c1d2e3f', words: 'My jaw sets' }];
  const file = join(folder, 'copy.json');
  writeFileSync(file, JSON.stringify({ format: 'notes', version: 1, settings, signs, people, entries, damaged: 0 }));
  return file;
}
