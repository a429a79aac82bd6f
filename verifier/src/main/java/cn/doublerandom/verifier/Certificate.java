package cn.doublerandom.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dual potentials that prove the teams optimal (protocol §7). */
record Certificate(
    Pair source, Pair sink, Map<String, Pair> inspectors, Map<String, List<Pair>> slots) {

  /** A cost (load, lot), compared first component first. */
  record Pair(BigInteger load, BigInteger lot) implements Comparable<Pair> {
    static Pair of(long load, long lot) {
      return new Pair(BigInteger.valueOf(load), BigInteger.valueOf(lot));
    }

    Pair plus(Pair other) {
      return new Pair(load.add(other.load), lot.add(other.lot));
    }

    Pair minus(Pair other) {
      return new Pair(load.subtract(other.load), lot.subtract(other.lot));
    }

    int signum() {
      return load.signum() != 0 ? load.signum() : lot.signum();
    }

    /** The sign of {@code (0, more) + this − other}, reckoned only as far as it takes. */
    int plusLot(long more, Pair other) {
      int byLoad = load.compareTo(other.load);
      return byLoad != 0 ? byLoad : BigInteger.valueOf(more).compareTo(other.lot.subtract(lot));
    }

    @Override
    public int compareTo(Pair other) {
      return minus(other).signum();
    }
  }

  static Certificate read(Fields f) {
    Fields potentials = f.object("potentials");
    f.end();
    var certificate =
        new Certificate(
            pair(potentials, potentials.take("source"), "source"),
            pair(potentials, potentials.take("sink"), "sink"),
            new HashMap<>(),
            new HashMap<>());
    potentials.must(
        potentials.take("inspectors") instanceof Map<?, ?>, "inspectors", "must be an object");
    potentials.must(potentials.take("slots") instanceof Map<?, ?>, "slots", "must be an object");
    ((Map<?, ?>) potentials.take("inspectors"))
        .forEach((id, pi) ->
            certificate.inspectors.put((String) id, pair(potentials, pi, "inspectors")));
    ((Map<?, ?>) potentials.take("slots"))
        .forEach((id, pis) -> {
          potentials.must(pis instanceof List<?>, "slots", "must hold arrays");
          List<Pair> pairs = new ArrayList<>();
          ((List<?>) pis).forEach(pi -> pairs.add(pair(potentials, pi, "slots")));
          certificate.slots.put((String) id, pairs);
        });
    potentials.end();
    return certificate;
  }

  private static Pair pair(Fields f, Object value, String name) {
    f.must(value instanceof List<?> two && two.size() == 2, name, "must be a pair");
    List<?> two = (List<?>) value;
    return new Pair(
        new BigInteger(f.decimal(two.get(0), name)), new BigInteger(f.decimal(two.get(1), name)));
  }
}
