package cn.doublerandom.draw.protocol;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A frame of any size as three arrays: ten million subjects take a quarter of a gigabyte, and a
 * ticket is taken of an id where it lies. Strictly ascending by id; entries are made as they are
 * read.
 */
final class PackedFrame extends AbstractList<FrameEntry> implements RandomAccess {
  private static final int ROOM = 32;

  /** What an entry says besides its id. */
  record Place(String stratum, @Nullable String excluded) {}

  private byte[] ids = new byte[0];
  private final int[] ends;
  private final int[] places;
  private final List<Place> known = new ArrayList<>();

  /**
   * @throws IllegalArgumentException where an id comes twice
   */
  static PackedFrame of(List<FrameEntry> entries) {
    return entries instanceof PackedFrame packed ? packed : new PackedFrame(entries);
  }

  private PackedFrame(List<FrameEntry> entries) {
    ends = new int[entries.size()];
    places = new int[entries.size()];
    if (!pack(entries)) {
      pack(
          entries.stream()
              .sorted(Comparator.comparing(FrameEntry::id, Utf8Order.ASCENDING))
              .toList());
    }
  }

  /** Whether the entries were ascending; what was packed of others is void. */
  private boolean pack(List<FrameEntry> entries) {
    Map<Place, Integer> numbers = new HashMap<>();
    known.clear();
    int end = 0;
    int n = 0;
    byte[] before = {};
    for (FrameEntry entry : entries) {
      byte[] id = entry.id().getBytes(StandardCharsets.UTF_8);
      int order = n == 0 ? -1 : Arrays.compareUnsigned(before, id);
      if (order > 0) {
        return false;
      } else if (order == 0) {
        throw new IllegalArgumentException("frame lists twice: " + entry.id());
      }
      int next = Math.addExact(end, id.length);
      if (next > ids.length) {
        ids = Arrays.copyOf(ids, roomFor(next, entries.size() - n - 1));
      }
      System.arraycopy(id, 0, ids, end, id.length);
      end = next;
      ends[n] = end;
      places[n] = number(new Place(entry.stratum(), entry.excluded()), numbers);
      before = id;
      n++;
    }
    return true;
  }

  /** For what is there and as much again for each entry still to come. */
  private static int roomFor(int used, int toCome) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, used + (long) toCome * ROOM);
  }

  private int number(Place place, Map<Place, Integer> numbers) {
    return numbers.computeIfAbsent(
        place,
        p -> {
          known.add(p);
          return known.size() - 1;
        });
  }

  @Override
  public FrameEntry get(int index) {
    Place place = known.get(places[index]);
    return new FrameEntry(id(index), place.stratum, place.excluded);
  }

  @Override
  public int size() {
    return ends.length;
  }

  /** Ids of the entries that may be drawn, ascending, made as they are read. */
  List<String> drawable() {
    int[] drawable =
        IntStream.range(0, size()).filter(i -> known.get(places[i]).excluded == null).toArray();
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return id(drawable[index]);
      }

      @Override
      public int size() {
        return drawable.length;
      }
    };
  }

  private String id(int index) {
    return new String(ids, start(index), ends[index] - start(index), StandardCharsets.UTF_8);
  }

  /** Whether there is an entry with an id. */
  boolean hasId(String id) {
    return place(id) >= 0;
  }

  /** The entry with an id; no other is made for it. */
  Optional<FrameEntry> find(String id) {
    int place = place(id);
    return place < 0 ? Optional.empty() : Optional.of(get(place));
  }

  private int place(String id) {
    byte[] wanted = id.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = ends.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(ids, start(middle), ends[middle], wanted, 0, wanted.length);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** How many entries stand in each place. */
  Map<Place, Integer> counts() {
    int[] counts = new int[known.size()];
    for (int place : places) {
      counts[place]++;
    }
    Map<Place, Integer> byPlace = new HashMap<>();
    for (int p = 0; p < counts.length; p++) {
      byPlace.put(known.get(p), counts[p]);
    }
    return byPlace;
  }

  /**
   * Takes the tickets of all entries.
   *
   * @param rankings where the entries of a place are ranked; null where they are not
   */
  void offerAll(Function<Place, @Nullable Ranking> rankings) {
    List<@Nullable Ranking> byPlace = new ArrayList<>();
    known.forEach(place -> byPlace.add(rankings.apply(place)));
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      Ranking ranking = byPlace.get(places[i]);
      if (ranking != null) {
        ranking.offer(ids, start, ends[i] - start);
      }
      start = ends[i];
    }
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
