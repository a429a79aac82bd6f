package cn.doublerandom.draw.protocol;

import static cn.doublerandom.draw.protocol.Seating.NOBODY;

import java.util.ArrayList;
import java.util.List;

/** Who would relieve whom, and where: the chains a search has found, told from their ends. */
final class Relays {
  private final int[] relieves;
  private final int[] where;

  Relays(int inspectors) {
    this.relieves = new int[inspectors];
    this.where = new int[inspectors];
  }

  /** A chain begins with whoever is relieved herself and takes nobody's seat. */
  void begin(int i) {
    relieves[i] = NOBODY;
    where[i] = NOBODY;
  }

  /**
   * She would come to a subject.
   *
   * @param leaves whose seat becomes free by it; {@code NOBODY} where one is free
   */
  void reach(int comes, int subject, int leaves) {
    relieves[comes] = leaves;
    where[comes] = subject;
  }

  /** The exchanges of the chain that ends with her. */
  List<Seating.Exchange> to(int last) {
    List<Seating.Exchange> exchanges = new ArrayList<>();
    for (int i = last; i != NOBODY && where[i] != NOBODY; i = relieves[i]) {
      exchanges.add(new Seating.Exchange(where[i], relieves[i], i));
    }
    return exchanges;
  }
}
