// A second evaluator of benefits, written from SEMANTICS.md. Reads one line per list of items ("C…") or
// per bill ("S…") and writes one line per bill.
import { createInterface } from 'node:readline';

const ORDER = ['VENUE_NOT_ACTIVE', 'CLASS_NOT_ENTITLED', 'REGION_NOT_ENTITLED', 'NOT_NOW', 'CONDITION_FAILED',
  'LIMIT_REACHED', 'NEEDS_NETWORK', 'NOT_PRICED'];
const DAY = 86_400;
const YES = 1, NO = 0, MAYBE = 2, NOBODY_KNOWS = 3;

// --- places and times -------------------------------------------------------------------------------------

function inside(place, area) {
  if (area === 0) return true;
  const width = area % 10_000 === 0 ? 10_000 : area % 100 === 0 ? 100 : 1;
  return Math.floor(place / width) === Math.floor(area / width);
}

const meets = (one, other) => one.some((each) => other.includes(each));

function selects(where, venue) {
  if (!inside(venue.region, where.reg)) return false;
  if (where.exc.includes(venue.id) || meets(where.not, venue.tags)) return false;
  if (where.inc.includes(venue.id)) return true;
  const selective = where.k.length + where.own.length + where.tags.length > 0 || where.lo > 0 || where.hi < 5;
  if (where.inc.length > 0 && !selective) return false;
  const named = (wanted, has) => wanted.length === 0 || wanted.includes(has);
  return named(where.k, venue.kind) && named(where.own, venue.own)
    && where.lo <= venue.a && venue.a <= where.hi
    && (where.tags.length === 0 || meets(where.tags, venue.tags));
}

const isoDay = (epochDay) => new Date(epochDay * DAY * 1000).toISOString().slice(0, 10);

function moment(epochSeconds) {
  const local = epochSeconds + 8 * 3600;
  const epochDay = Math.floor(local / DAY);
  const seconds = local - epochDay * DAY;
  const two = (n) => String(n).padStart(2, '0');
  return {
    epochDay,
    day: isoDay(epochDay),
    weekday: ((epochDay + 3) % 7) + 1, // 1970-01-01 was a Thursday, 4
    clock: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`,
  };
}

const running = (window, now) => window[0] <= now.day && now.day <= window[1];

function isOpen(when, now) {
  if (now.day < when.from || (when.to !== null && now.day > when.to)) return false;
  if (when.win.length > 0 && !when.win.some((each) => running(each, now))) return false;
  if (when.days.length > 0 && !when.days.includes(now.weekday)) return false;
  return when.hrs.length === 0
    || when.hrs.some(([from, to]) => from <= now.clock && (to === '00:00' || now.clock < to));
}

function firstDay(period, item, now) {
  switch (period) {
    case 'DAY': return now.day;
    case 'WEEK': return isoDay(now.epochDay - now.weekday + 1);
    case 'MONTH': return now.day.slice(0, 8) + '01';
    case 'YEAR': return now.day.slice(0, 5) + '01-01';
    case 'EVER': return '1970-01-01';
    default: return firstOfEdition(item.when.win, now);
  }
}

function firstOfEdition(windows, now) {
  const current = windows.filter((each) => running(each, now)).map((each) => each).sort(byStart)[0];
  if (current === undefined) return '1970-01-01';
  const same = windows.filter((each) => current[2] !== null && each[2] === current[2]);
  return [current, ...same].sort(byStart)[0][0];
}

const byStart = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);

// --- clauses ----------------------------------------------------------------------------------------------

function known(fact, online) {
  return fact ? YES : online ? NO : MAYBE;
}

function holds(condition, bill) {
  const [kind, what] = condition;
  const holder = bill.h;
  const ifSaid = (said, isMet) => (said ? (isMet ? YES : NO) : bill.on ? NO : MAYBE);
  switch (kind) {
    case 'MERIT': return ifSaid(holder.merit > 0, holder.merit <= what);
    case 'GRADE': return ifSaid(holder.dis > 0, holder.dis <= what);
    case 'AGE': return holder.age === null && bill.on ? NOBODY_KNOWS : ifSaid(holder.age !== null, holder.age >= what);
    case 'MEMBER': return known(holder.lists.includes(what), bill.on);
    case 'HOUSEHOLD': return known(holder.house.includes(what), bill.on);
    case 'CHANNEL': return bill.ch === what ? YES : NO;
    case 'NOT': {
      const inner = holds(what, bill);
      return inner === YES ? NO : inner === NO ? YES : inner;
    }
    default: {
      const answers = what.map((each) => holds(each, bill));
      const decisive = kind === 'ALL' ? NO : YES;
      if (answers.includes(decisive)) return decisive;
      return [MAYBE, NOBODY_KNOWS].find((each) => answers.includes(each)) ?? (kind === 'ALL' ? YES : NO);
    }
  }
}

function comesFrom(regions, bill) {
  if (regions.some((each) => inside(bill.h.home, each))) return YES;
  return !bill.on && regions.some((each) => inside(each, bill.h.home)) ? MAYBE : NO;
}

function counterOf(item, limit, now) {
  const [subject, period, unit] = limit;
  const scope = subject === 'PROGRAMME' ? item.i.split('/')[0] : item.i;
  return [scope, subject, period, firstDay(period, item, now), unit].join('|');
}

// Says what keeps the item from applying, or undefined, and fills in what its limits in fen leave.
function hindrance(item, bill, now, rooms) {
  if ((item.cls & bill.h.cls) === 0) return 'CLASS_NOT_ENTITLED';
  let unsure = false;
  const home = comesFrom(item.org, bill);
  if (home === NO) return 'REGION_NOT_ENTITLED';
  unsure ||= home === MAYBE;
  if (!isOpen(item.when, now)) return 'NOT_NOW';
  if (item.cond !== null) {
    const answer = holds(item.cond, bill);
    if (answer === NO || answer === NOBODY_KNOWS) return 'CONDITION_FAILED';
    unsure ||= answer === MAYBE;
  }
  unsure ||= item.appr !== null && !bill.on;
  for (const limit of item.lim) {
    const counter = counterOf(item, limit, now);
    const [used, counted] = bill.use[counter] ?? [0, 0];
    const [, , unit, max] = limit;
    const passes = unit === 'USES'
      ? item.bundle && (bill.visit[item.i] !== undefined || counted === 1)
      : unit !== 'FEN' && counted === 1;
    if (passes) continue;
    if (used >= max) return 'LIMIT_REACHED';
    if (unit === 'FEN') rooms.push({ counter, left: max - used });
  }
  return unsure ? 'NEEDS_NETWORK' : undefined;
}

// --- prices -----------------------------------------------------------------------------------------------

function classesIn(bits) {
  const found = [];
  for (let bit = 0; bit < 14; bit++) if (bits & (1 << bit)) found.push(bit);
  return found;
}

function cheapest(classes, priceOf) {
  return classes.reduce((best, each) => (priceOf(each) < priceOf(best) ? each : best));
}

// What a rule takes off: { off, by } or { none: reason }.
function takes(rule, amount, reference, milliUnits, classes) {
  const short = { none: 'CONDITION_FAILED' };
  const first = classes[0];
  const within = (off) => Math.min(off, rule.cap ?? Infinity, amount);
  switch (rule.kind) {
    case 'FREE': return { off: amount, by: first };
    case 'NON_MONETARY': return { off: 0, by: first };
    case 'UNQUANTIFIED': return { none: 'NOT_PRICED' };
    case 'PERCENT_PAYABLE': {
      if (reference < rule.threshold) return short;
      const percent = (each) => rule.tiers[each] ?? rule.percent;
      const by = cheapest(classes, percent);
      return { off: within(amount - halfUp(amount * percent(by), 100)), by };
    }
    case 'FIXED_PRICE': {
      const price = (each) => rule.tiers[each] ?? rule.fen;
      const by = cheapest(classes, price);
      return { off: Math.max(0, amount - price(by)), by };
    }
    case 'PER_UNIT_OFF': {
      if (milliUnits === 0) return short;
      const counted = Math.min(milliUnits, rule.most ?? Infinity);
      // The product may lie above 2^53.
      const off = (BigInt(rule.off) * BigInt(counted) + 500n) / 1000n;
      return { off: within(Number(off)), by: first };
    }
    default: {
      const reached = rule.steps.filter(([threshold]) => reference >= threshold);
      if (reached.length === 0) return short;
      const [threshold, off] = reached[reached.length - 1];
      const times = rule.cap === null ? 1 : Math.floor(reference / threshold);
      return { off: within(times * off), by: first };
    }
  }
}

const halfUp = (value, unit) => Math.floor((2 * value + unit) / (2 * unit));

function ruleFor(item, part) {
  const [label, companion] = part;
  if (companion === 0) return item.parts.find((each) => each[0] === label);
  if (item.comp === null || companion > item.comp.max) return undefined;
  return item.comp.parts.find((each) => each[0] === label);
}

const keyOf = ([label, companion]) => (companion === 0 ? label : `${label}#${companion}`);

function settle(items, bill) {
  const now = moment(bill.at);
  const here = bill.ven.active ? items.filter((each) => selects(each.where, bill.ven)) : [];
  if (here.length === 0) return { reason: 'VENUE_NOT_ACTIVE' };
  const asked = here.filter((item) => bill.bill.some((part) => ruleFor(item, part)));
  if (asked.length === 0) return { reason: 'CONDITION_FAILED' };
  const reasons = [];
  const open = [];
  for (const item of asked) {
    const rooms = [];
    const reason = hindrance(item, bill, now, rooms);
    if (reason === undefined) open.push({ item, rooms, classes: classesIn(item.cls & bill.h.cls), value: 0, used: false });
    else reasons.push(reason);
  }
  open.sort((a, b) => a.item.stack - b.item.stack || (a.item.i < b.item.i ? -1 : 1));
  const spent = new Map();
  const parts = bill.bill.map((part) => settlePart(part, open, bill, spent, reasons));
  if (!open.some((each) => each.used)) {
    return { reason: ORDER[Math.max(...reasons.map((each) => ORDER.indexOf(each)))] };
  }
  return { parts, open };
}

function settlePart(part, open, bill, spent, reasons) {
  let left = part[3];
  const layers = [];
  const apply = ({ one, off, by }) => {
    left -= off;
    one.used = true;
    one.value += off;
    for (const counter of new Set(one.rooms.map((each) => each.counter))) {
      spent.set(counter, (spent.get(counter) ?? 0) + off);
    }
    layers.push(`${one.item.i}:${by}:${off}`);
  };
  let best;
  for (const one of open.filter((each) => each.item.stack === 0)) {
    const offer = offerOf(one, part, left, open, bill, spent, reasons);
    if (offer !== undefined && (best === undefined || offer.off > best.off)) best = offer;
  }
  if (best !== undefined) apply(best);
  for (const one of open.filter((each) => each.item.stack > 0)) {
    const offer = offerOf(one, part, left, open, bill, spent, reasons);
    if (offer !== undefined && (offer.off > 0 || layers.length === 0)) apply(offer);
  }
  return { key: keyOf(part), left, layers };
}

function offerOf(one, part, left, open, bill, spent, reasons) {
  const { item, classes } = one;
  const rule = ruleFor(item, part);
  if (rule === undefined) return undefined;
  if (item.bundle && (bill.visit[item.i] ?? []).includes(keyOf(part))) {
    reasons.push('LIMIT_REACHED');
    return undefined;
  }
  const room = Math.min(Infinity, ...one.rooms.map((each) => Math.max(0, each.left - (spent.get(each.counter) ?? 0))));
  if (room === 0 && !one.used) {
    reasons.push('LIMIT_REACHED');
    return undefined;
  }
  const cap = rule[2] ?? Infinity;
  const taken = takes(rule[1], Math.min(left, cap), Math.min(part[3], cap), part[4], classes);
  if (taken.none !== undefined) {
    const fulfilled = taken.none === 'NOT_PRICED' && open.some((each) => each.item.ful === item.i && ruleFor(each.item, part));
    if (!fulfilled) reasons.push(taken.none);
    return undefined;
  }
  return { one, off: Math.min(taken.off, room), by: taken.by };
}

function answer(items, bill) {
  const { reason, parts, open } = settle(items, bill);
  if (reason !== undefined) return `R ${reason}`;
  const lines = parts.map((each) => `${each.key} ${each.left} ${each.layers.join(',')}`);
  const approvals = open
    .filter((each) => each.used && each.item.appr !== null && each.value > each.item.appr)
    .map((each) => `${each.item.i}:${each.value}`)
    .sort();
  return `G ${lines.join(';')} ${approvals.join(',')}`;
}

// The most that any item gives on its own.
function bestAlone(items, bill) {
  let most = 0;
  if (items.length > 1) {
    for (const item of items) {
      const { open } = settle([item], bill);
      if (open !== undefined) most = Math.max(most, open[0].value);
    }
  }
  return most;
}

let items = [];
let waiting = [];
const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
lines.on('line', (line) => {
  const content = JSON.parse(line.slice(1));
  if (line[0] === 'C') {
    items = content;
    return;
  }
  waiting.push(`${bestAlone(items, content)} ${answer(items, content)}\n`);
  if (waiting.length === 1000) {
    process.stdout.write(waiting.join(''));
    waiting = [];
  }
});
lines.on('close', () => process.stdout.write(waiting.join('')));
