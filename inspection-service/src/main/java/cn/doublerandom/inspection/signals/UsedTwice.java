package cn.doublerandom.inspection.signals;

import cn.doublerandom.inspection.evidence.PerceptualHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that is of several visits: the same bytes, or photos that look the same. Those of one
 * subject may well look the same; those of two do not.
 */
final class UsedTwice {
  private final int bitsApart;
  private final List<Piece> pieces = new ArrayList<>();
  private final int[] group;

  private record Piece(VisitTrace visit, String sha256, @Nullable PerceptualHash look) {
    static Piece of(VisitTrace visit, String sha256) {
      String look = visit.looks().get(sha256);
      return new Piece(visit, sha256, look == null ? null : PerceptualHash.of(look));
    }

    boolean looksLike(Piece other, int bits) {
      return look != null
          && other.look != null
          && !visit.subjectId().equals(other.visit.subjectId())
          && look.apart(other.look) <= bits;
    }
  }

  private UsedTwice(Collection<VisitTrace> visits, int bitsApart) {
    this.bitsApart = bitsApart;
    visits.forEach(one -> one.evidence().forEach(sha256 -> pieces.add(Piece.of(one, sha256))));
    group = new int[pieces.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
  }

  /**
   * The visits of each piece that is of several.
   *
   * @param bitsApart in so many bits photos may differ that look the same, 0 to 15
   */
  static Collection<Set<VisitTrace>> of(Collection<VisitTrace> visits, int bitsApart) {
    var twice = new UsedTwice(visits, bitsApart);
    twice.joinSameBytes();
    twice.joinSameLooks();
    return twice.groups();
  }

  private void joinSameBytes() {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      Integer other = first.putIfAbsent(pieces.get(i).sha256(), i);
      if (other != null) {
        join(other, i);
      }
    }
  }

  /** Only those that share a row are compared: without one they differ in sixteen bits at least. */
  private void joinSameLooks() {
    Map<Integer, List<Integer>> sharing = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      PerceptualHash look = pieces.get(i).look();
      if (look != null) {
        int[] rows = look.rows();
        for (int row = 0; row < rows.length; row++) {
          List<Integer> others =
              sharing.computeIfAbsent(row << Short.SIZE | rows[row], none -> new ArrayList<>());
          for (int other : others) {
            if (pieces.get(i).looksLike(pieces.get(other), bitsApart)) {
              join(other, i);
            }
          }
          others.add(i);
        }
      }
    }
  }

  private void join(int one, int other) {
    group[root(other)] = root(one);
  }

  private int root(int piece) {
    int at = piece;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private Collection<Set<VisitTrace>> groups() {
    Map<Integer, Set<VisitTrace>> groups = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(i), none -> new HashSet<>()).add(pieces.get(i).visit());
    }
    groups.values().removeIf(of -> of.size() < 2);
    return groups.values();
  }
}
