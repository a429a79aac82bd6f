#!/usr/bin/env python3
"""Verifies double-random/1 draw bundles: python3 verify.py BUNDLE.json...   Exit status 0 only if all are OK.
Needs Python 3.9 and nothing else. Left out: teams, VRF proofs (a sealed draw's seed is taken as given), BLS, the ledger, shape."""
import calendar, hashlib, json, math, sys, time, unicodedata
from fractions import Fraction
class Bad(Exception): pass
def no(why): raise why
def must(holds, code): return holds or no(Bad(code))
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def J(x): return json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
def H(tag, *parts): return sha(b"dr/%s/1\0" % tag.encode(), *parts)
def ascends(keys): return all(a < b for a, b in zip(keys, keys[1:]))
def tree(leaves):  # RFC 6962
    level = [sha(b"\0", J(leaf)) for leaf in leaves] or [sha()]
    while len(level) > 1: level = [sha(b"\1", *level[i:i + 2]) if level[i + 1:] else level[i] for i in range(0, len(level), 2)]
    return level[0].hex()
def entropy(c, e, until):  # section 4: whether the 32 bytes fit what was promised, and the bytes
    if c["kind"] == "ceremony":
        names, said = [w["by"] for w in c["witnesses"]], e["contributions"]
        return (len(names) == len(set(names)) >= 2 and [(x["by"], H("contribution", J(x)).hex()) for x in said] == [(w["by"], w["commitment"]) for w in c["witnesses"]]
                and H("secret", bytes.fromhex(e["operatorSecret"])).hex() == c["operatorCommitment"], H("ceremony", J({k: e[k] for k in ("contributions", "operatorSecret")})))
    if c["kind"] == "lottery":
        groups = list(zip(c["groups"], e["numbers"]))
        return ((c["source"], c["issue"], len(c["groups"])) == (e["source"], e["issue"], len(e["numbers"])) and c["drawnAt"] < until
                and math.prod(math.comb(g["max"] - g["min"] + 1, g["count"]) for g, n in groups) >= 2**24
                and all(len(n) == g["count"] > 0 and ascends([g["min"] - 1, *n, g["max"] + 1]) for g, n in groups),
                sha("".join("".join("%d." % x for x in n) + "/" for g, n in groups).encode()))
    return (c["chain"] == "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971" == e["chain"] and c["round"] == e["round"]
            and 1692803367 + 3 * (c["round"] - 1) < calendar.timegm(time.strptime(until, "%Y-%m-%dT%H:%M:%SZ"))
            and sha(bytes.fromhex(e["signature"])).hex() == e["randomness"], bytes.fromhex(e["randomness"]))
def select(c, frame, seed):  # sections 5 and 6
    rate = {s["name"]: Fraction(s["num"], s["den"]) for s in c["strata"]}
    N = {n: sum(f["stratum"] == n for f in frame) for n in rate}
    ids = {n: [f["id"] for f in frame if f["stratum"] == n and "excluded" not in f] for n in rate}
    M = {n: len(ids[n]) for n in rate}
    floor = c.get("floor", {"num": 0, "den": 1, "alreadyCovered": 0})
    T = max(1, math.ceil(sum(min(M[n], rate[n] * N[n]) for n in rate)), math.ceil(Fraction(floor["num"] * len(frame), floor["den"])) - floor["alreadyCovered"])
    left, e, free = min(T, sum(M[n] for n in rate if rate[n] > 0)), {n: Fraction(0) for n in rate}, [n for n in rate if rate[n] * M[n] > 0]
    while free:
        share = Fraction(left) / sum(rate[n] * N[n] for n in free)
        full = [n for n in free if share * rate[n] * N[n] > M[n]]
        e.update({n: Fraction(M[n]) for n in full} or {n: share * rate[n] * N[n] for n in free})
        left, free = left - sum(M[n] for n in full), [n for n in free if full and n not in full]
    D, S, counts, rounding, subject = math.lcm(*(x.denominator for x in e.values())), 0, {}, H("key", seed, b"rounding"), H("key", seed, b"subject")
    u = next(t for t in (int.from_bytes(sha(rounding, i.to_bytes(8, "big"))[:8], "big") for i in range(2**64)) if t < 2**64 // D * D) % D
    for n in rate: counts[n], S, ids[n] = int((S + e[n] * D + u) // D - (S + u) // D), S + e[n] * D, sorted(ids[n], key=lambda x: sha(subject, x.encode()))
    return {"allocation": [{"stratum": n, "inScope": N[n], "eligible": M[n], "expected": "%d/%d" % e[n].as_integer_ratio(), "drawn": counts[n]} for n in rate],
            "selected": sorted((x for n in rate for x in ids[n][:counts[n]]), key=str.encode), "alternates": [{"stratum": n, "ids": ids[n][counts[n]:counts[n] + c["alternates"]]} for n in rate]}
def continues(c, b, p):  # section 3: what teams drawn again may not change
    q, now, old = p["commit"], {i["id"]: i for i in b["inspectors"]}, {i["id"]: i for i in p["inspectors"]}
    return (verdict(J(p))[:2] == "OK" and p["resultHash"] == c["continues"] and "infeasible" in p["result"] and q["stage"] == "draw"
            and c["round"] == q["round"] + 1 and all(c[k] == q[k] for k in ("planId", "taskId", "mode", "slots"))
            and all(i in now and now[i]["load"] == o["load"] and now[i]["cap"] >= o["cap"] and set(now[i]["tags"]) >= set(o["tags"]) for i, o in old.items())
            and [x for x in b["recusals"] if x["inspector"] in old] == p["recusals"])
def check(b):  # section 9, in its order
    must(b["protocol"] == "double-random/1", "PROTOCOL_UNKNOWN")
    c, r, whole = b["commit"], b["result"], b["commit"]["stage"] == "draw"
    must(b["commitHash"] == r["commitHash"] == H("commit", J(c)).hex(), "COMMIT_HASH")
    must(whole or continues(c, b, b["parent"]), "PARENT_RESULT")
    lists = (("frame", "Size", "", ["id"], "_ORDER"), ("inspector", "Count", "s", ["id"], "_ROOT"), ("recusal", "Count", "s", ["subject", "inspector"], "_ROOT"))
    for one, size, plural, keys, order in lists if whole else lists[1:]:
        must(ascends([[x[k].encode() for k in keys] for x in b[one + plural]]), one.upper() + order)
        must((c[one + size], c[one + "Root"]) == (len(b[one + plural]), tree(b[one + plural])), one.upper() + "_ROOT")
    (fits, R), seed = entropy(c["entropy"], r["entropy"], c["executeBy"]), bytes.fromhex(r["seed"])
    must(fits, "ENTROPY_INVALID")
    must(c["mode"] == "sealed" or seed == H("seed", bytes.fromhex(b["commitHash"]), R), "SEED")
    want = select(c, b["frame"], seed) if whole else {"selected": b["parent"]["result"]["selected"]}
    for name, code in (("allocation", "ALLOCATION"), ("selected", "SELECTION"), ("alternates", "ALTERNATES")): must(r.get(name) == want.get(name), code)
    must(b["resultHash"] == H("result", J(r)).hex(), "RESULT_HASH")
    return "OK commit %s; not checked: teams, ledger%s" % (b["commitHash"], ", VRF proof, seed" * (c["mode"] == "sealed") + ", BLS signature" * (c["entropy"]["kind"] == "drand"))
def unique(pairs): return dict(pairs) if len(dict(pairs)) == len(pairs) else no(ValueError())
def verdict(raw):
    try:
        must(unicodedata.is_normalized("NFC", raw.decode()), "MALFORMED")
        return check(json.loads(raw, object_pairs_hook=unique, parse_float=lambda x: no(ValueError()), parse_constant=lambda x: no(ValueError())))
    except Exception as wrong: return str(wrong) if isinstance(wrong, Bad) else "MALFORMED"
if __name__ == "__main__":
    verdicts = [verdict(open(file, "rb").read()) for file in sys.argv[1:] or sys.exit(__doc__)]
    print(*map(" ".join, zip(verdicts, sys.argv[1:])), sep="\n")
    sys.exit(not verdicts or any(line[:2] != "OK" for line in verdicts))
