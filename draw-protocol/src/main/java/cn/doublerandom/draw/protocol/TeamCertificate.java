package cn.doublerandom.draw.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The proof that teams are optimal (protocol §7): a potential for each seat beside those of the
 * inspectors.
 *
 * <p>A seat's is the least for which somebody from outside would come to it, straight or by members
 * moving over; where nobody can come it is as high as any.
 */
final class TeamCertificate {
  /** A potential: load first, then lot. */
  private record Price(long load, long lot) implements Comparable<Price> {
    static final Price NONE = new Price(Long.MAX_VALUE, Long.MAX_VALUE);

    @Override
    public int compareTo(Price other) {
      return load != other.load ? Long.compare(load, other.load) : Long.compare(lot, other.lot);
    }

    List<String> json() {
      return List.of(Long.toString(load), Long.toString(lot));
    }
  }

  private final List<String> selected;
  private final List<InspectorEntry> inspectors;
  private final Seating seating;
  private final Lots lots;
  private final Prices prices;
  private Price highest = new Price(0, 0);

  TeamCertificate(
      List<String> selected,
      List<InspectorEntry> inspectors,
      Seating seating,
      Lots lots,
      Prices prices) {
    this.selected = selected;
    this.inspectors = inspectors;
    this.seating = seating;
    this.lots = lots;
    this.prices = prices;
  }

  Map<String, Object> json() {
    List<Price[]> seats = new ArrayList<>();
    for (int t = 0; t < selected.size(); t++) {
      seats.add(seatsOf(t));
    }
    Map<String, Object> slots = new HashMap<>();
    for (int t = 0; t < selected.size(); t++) {
      List<List<String>> ofSubject = new ArrayList<>();
      for (Price price : seats.get(t)) {
        ofSubject.add((price.equals(Price.NONE) ? highest : price).json());
      }
      slots.put(selected.get(t), ofSubject);
    }
    Map<String, Object> people = new HashMap<>();
    for (int i = 0; i < inspectors.size(); i++) {
      people.put(inspectors.get(i).id(), new Price(prices.load(i), prices.lot(i)).json());
    }
    return Map.of(
        "potentials",
        Map.of(
            "source",
            new Price(0, 0).json(),
            "sink",
            highest.json(),
            "inspectors",
            people,
            "slots",
            slots));
  }

  private Price[] seatsOf(int t) {
    Price[] seats = new Price[seating.slots()];
    for (int s = 0; s < seats.length; s++) {
      seats[s] = Price.NONE;
      for (long entry : lots.of(t)) {
        if (seating.mayCome(Lots.inspector(entry), t, s)) {
          Price offer = through(Lots.inspector(entry), Lots.lot(entry));
          seats[s] = offer.compareTo(seats[s]) < 0 ? offer : seats[s];
        }
      }
      raiseHighest(seats[s]);
      int member = seating.holder(t, s);
      raiseHighest(through(member, lots.lot(t, member)));
    }
    return seats;
  }

  private Price through(int i, long lot) {
    return new Price(prices.load(i), prices.lot(i) + lot);
  }

  private void raiseHighest(Price price) {
    if (!price.equals(Price.NONE) && price.compareTo(highest) > 0) {
      highest = price;
    }
  }
}
