import assert from "node:assert/strict";
import test from "node:test";
import { isFnr, personal } from "../../out/app/workbook/personal.js";

/** The two control digits after nine digits; undefined where there are none. */
function withControl(nine) {
  const rest = (digits, weights) => (11 - (weights.reduce((all, weight, i) => all + weight * Number(digits[i]), 0) % 11)) % 11;
  const first = rest(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = rest(nine + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return first > 9 || second > 9 ? undefined : `${nine}${first}${second}`;
}

/** A number with this date and the first serial from `serial` that has control digits. */
function numbered(date, serial = 100) {
  for (let n = serial; ; n++) {
    const number = withControl(date + String(n).padStart(3, "0"));
    if (number) return number;
  }
}

test("identity numbers of all kinds are known", () => {
  for (const [kind, number] of Object.entries({
    ordinary: numbered("010190"), "D-number": numbered("410190"), "H-number": numbered("014190"), "for tests": numbered("018190"),
    "leap day 2000": numbered("290200", 500), "leap day 1996": numbered("290296"), "of the 1800s": numbered("311299", 600), "of the 2000s": numbered("010105", 900),
  })) {
    assert.ok(isFnr(number), `${kind} ${number}`);
    assert.equal(personal(`Han er født ${number}.`), "fnr");
    assert.equal(personal(`${number.slice(0, 6)} ${number.slice(6)}`), "fnr");
  }
});

test("eleven digits that are no identity number are not", () => {
  const good = numbered("010190");
  for (const number of [
    numbered("320190"), numbered("001290"), numbered("310490"), numbered("290297"), numbered("290200", 100), numbered("011390"), numbered("010090"),
    good.slice(0, 10) + ((Number(good[10]) + 1) % 10), good.slice(0, 9) + ((Number(good[9]) + 1) % 10) + good[10], "12345678901", good.slice(1), `${good}1`,
  ]) {
    assert.equal(isFnr(number), false, number);
    assert.notEqual(personal(number), "fnr", number);
  }
  assert.equal(personal(`1${good}`), undefined);
  assert.equal(personal(`a${good}`), undefined);
});

test("one digit wrong is always noticed", () => {
  const good = numbered("150785");
  for (let i = 0; i < 11; i++) {
    for (let d = 0; d < 10; d++) {
      if (String(d) !== good[i]) assert.equal(isFnr(good.slice(0, i) + d + good.slice(i + 1)), false);
    }
  }
});

test("addresses", () => {
  for (const text of ["kari@skole.no", "Skriv til ola.nordmann+1@post.kommune.no!", "<å@blåbær.no>", "KARI@SKOLE.NO", "a@b@c.no"]) assert.equal(personal(text), "email", text);
  for (const text of ["@kari", "kari@skole", "kl. 10 @ kantina. no", "a@.no", "a @b.no"]) assert.equal(personal(text), undefined, text);
});

test("phone numbers", () => {
  for (const text of [
    "91234567", "ring 91 23 45 67!", "tlf. 412 34 567", "+4791234567", "+47 912 34 567", "004722334455", "0047 22 33 44 55", "(55 12 34 56)",
    "91\u00a023\u00a045\u00a067", "Per 91234567, Kari 41234567", "41234567 22 år", "800 12 345", "+47 24112026",
  ]) assert.equal(personal(text), "phone", text);
});

test("dates, years, amounts and longer numbers are no phone numbers", () => {
  for (const text of [
    "24.11.2026", "2026-11-24", "20261124", "24112026", "2026 2027", "1. 2. 3.", "12345678", "61234567", "9123456", "912345678", "912 345 678", "20 000 000",
    "1234 56 78901", "12 34 56 78 90", "kl. 12 34", "91234567-1", "91234567.50", "3-91234567", "x91234567", "91234567x", "NO93 8601 1117 947", "+46 91 23 45 67", "",
  ]) assert.equal(personal(text), undefined, text);
});

test("the gravest comes first", () => {
  assert.equal(personal(`91234567 kari@skole.no ${numbered("010190")}`), "fnr");
  assert.equal(personal("91234567 kari@skole.no"), "email");
});

test("the time grows with the text and no faster", () => {
  const shapes = ["a", "1", "1 ", "12 34 56 7", "a@", "a@b.", "a.", "@", ".", `${"a".repeat(64)}@${"b.".repeat(40)}`, "+47", "1.1", "æ"];
  const took = (text) => {
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
      const start = process.cpuUsage();
      personal(text);
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, user + system);
    }
    return best / 1000;
  };
  for (const shape of shapes) {
    const long = took(shape.repeat(Math.ceil(400_000 / shape.length)));
    assert.ok(long < 400, `"${shape.slice(0, 20)}" × 400,000 characters: ${long} ms`);
  }
});
