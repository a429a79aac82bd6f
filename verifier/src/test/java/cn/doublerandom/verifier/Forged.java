package cn.doublerandom.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A good bundle in the hands of somebody who changes a member and knows the protocol well enough to
 * set every hash, number and name that follows from it right again. Teams he cannot seat anew.
 */
final class Forged {
  /** What a member is set to that is to be gone. */
  static final String GONE = "GONE";

  private final Map<String, Object> bundle;

  private Forged(Map<String, Object> bundle) {
    this.bundle = bundle;
  }

  static Forged of(String vector) throws IOException {
    Path file = Path.of("../docs/vectors/draw", vector + ".json");
    return new Forged(object(Json.read(Files.readAllBytes(file))));
  }

  /** The reader makes its objects thus; nothing else stands in a vector. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  /** The same of its lists. */
  @SuppressWarnings("unchecked")
  private static List<Object> array(Object json) {
    return (List<Object>) json;
  }

  private static Object inside(Object json, String step) {
    return json instanceof List<?> ? array(json).get(place(json, step)) : object(json).get(step);
  }

  private static int place(Object list, String step) {
    return step.equals("last") ? array(list).size() - 1 : Integer.parseInt(step);
  }

  /** The draw this one continues, to be changed in its place. */
  Forged parent() {
    return new Forged(object(bundle.get("parent")));
  }

  /** Names the parent as it stands as what is continued. */
  Forged continuing() {
    commit().put("continues", at("parent.resultHash"));
    return this;
  }

  Object at(String path) {
    Object json = bundle;
    for (String step : path.split("\\.")) {
      json = inside(json, step);
    }
    return json;
  }

  /** Sets what stands at {@code commit.slots.0}, {@code frame.last.id}; "next" is one more. */
  Forged with(String path, String json) {
    int split = path.lastIndexOf('.');
    Object holder = split < 0 ? bundle : at(path.substring(0, split));
    String step = path.substring(split + 1);
    boolean isGone = json.equals(GONE);
    Object value = isGone ? null : Json.read(json.getBytes(StandardCharsets.UTF_8));
    if (!(holder instanceof List<?>)) {
      if (isGone) {
        object(holder).remove(step);
      } else {
        object(holder).put(step, value);
      }
    } else if (step.equals("next")) {
      array(holder).add(value);
    } else if (isGone) {
      array(holder).remove(place(holder, step));
    } else {
      array(holder).set(place(holder, step), value);
    }
    return this;
  }

  /** Exchanges two elements of an array. */
  Forged exchanging(String path, int one, int other) {
    List<Object> list = array(at(path));
    list.set(one, list.set(other, list.get(one)));
    return this;
  }

  /** Roots, numbers and hashes of what is committed to, and what follows from the seed. */
  Forged retold() {
    for (String list : List.of("frame", "inspector", "recusal")) {
      String name = list.equals("frame") ? list : list + "s";
      if (bundle.get(name) instanceof List<?> leaves) {
        commit().put(list + "Root", Hash.hex(Hash.tree(leaves)));
        commit().put(list + (list.equals("frame") ? "Size" : "Count"), (long) leaves.size());
      }
    }
    return recommitted();
  }

  /** The same with roots and numbers as they stand. */
  Forged recommitted() {
    String hash = Hash.hex(Hash.tagged("commit", Json.canonical(commit())));
    bundle.put("commitHash", hash);
    object(bundle.get("result")).put("commitHash", hash);
    try {
      redrawn();
    } catch (Refused e) {
      // What cannot be drawn is handed in with the sample it had.
    }
    return sealed();
  }

  /** The hash of the result as it stands. */
  Forged sealed() {
    bundle.put("resultHash", Hash.hex(Hash.tagged("result", Json.canonical(bundle.get("result")))));
    return this;
  }

  private Map<String, Object> commit() {
    return object(bundle.get("commit"));
  }

  private void redrawn() {
    Map<String, Object> result = object(bundle.get("result"));
    Bundle read = Bundle.read(bundle);
    byte[] entropy = Entropy.check(read.commit(), read.result().entropy());
    byte[] seed = Hash.tagged("seed", Hash.bytes(read.commitHash()), entropy, new byte[0]);
    result.put("seed", Hash.hex(seed));
    if (read.commit().teamsOnly()) {
      return;
    }
    Selection drawn = Selection.of(read.commit(), read.frame(), seed);
    result.put("selected", drawn.selected());
    result.put("allocation", drawn.allocation().stream().map(Forged::json).toList());
    result.put(
        "alternates",
        drawn.alternates().stream()
            .map(a -> new TreeMap<String, Object>(Map.of("stratum", a.stratum(), "ids", a.ids())))
            .toList());
  }

  private static Map<String, Object> json(Bundle.Allocated one) {
    return new TreeMap<>(
        Map.of(
            "stratum",
            one.stratum(),
            "inScope",
            one.inScope(),
            "eligible",
            one.eligible(),
            "expected",
            one.expected(),
            "drawn",
            one.drawn()));
  }

  Object all() {
    return bundle;
  }

  Verify.Verdict judged() {
    return Verify.check(Json.canonical(bundle));
  }
}
