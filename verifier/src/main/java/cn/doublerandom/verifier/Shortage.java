package cn.doublerandom.verifier;

import cn.doublerandom.verifier.Bundle.Infeasible;
import cn.doublerandom.verifier.Bundle.Inspector;
import cn.doublerandom.verifier.Bundle.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The maximum flow source → inspector → (subject, inspector) → slot → sink of protocol §7 and what
 * it leaves unfilled. Grows the flow by breadth-first search, one unit at a time: O(slots · arcs).
 */
final class Shortage {
  private final List<String> selected;
  private final List<Inspector> inspectors;
  private final int slotCount;
  private final boolean[][] fits; // [inspector][slot]
  private final boolean[][] allowed; // [subject][inspector]
  private final int[][] seatOf; // [subject][inspector] the slot held, or -1
  private final int[][] holder; // [subject][slot] the inspector, or -1
  private final int[] held;
  private final long[] cap;

  Shortage(
      List<String> selected,
      List<List<String>> slots,
      List<Inspector> inspectors,
      Map<String, Set<Integer>> fits,
      Map<String, Set<String>> recused) {
    this.selected = selected;
    this.inspectors = inspectors;
    this.slotCount = slots.size();
    this.fits = new boolean[inspectors.size()][slotCount];
    this.allowed = new boolean[selected.size()][inspectors.size()];
    this.seatOf = new int[selected.size()][inspectors.size()];
    this.holder = new int[selected.size()][slotCount];
    this.held = new int[inspectors.size()];
    this.cap = new long[inspectors.size()];
    for (int i = 0; i < inspectors.size(); i++) {
      cap[i] = Math.min(inspectors.get(i).cap(), selected.size());
      for (int s : fits.get(inspectors.get(i).id())) {
        this.fits[i][s] = true;
      }
    }
    for (int t = 0; t < selected.size(); t++) {
      Arrays.fill(seatOf[t], -1);
      Arrays.fill(holder[t], -1);
      for (int i = 0; i < inspectors.size(); i++) {
        allowed[t][i] =
            !recused.getOrDefault(selected.get(t), Set.of()).contains(inspectors.get(i).id());
      }
    }
  }

  private record Step(int kind, int subject, int index, Step from) {}

  private static final int INSPECTOR = 0;
  private static final int PAIR = 1;
  private static final int SLOT = 2;

  Infeasible find() {
    long flow = 0;
    while (grow()) {
      flow++;
    }
    boolean[][] reached = new boolean[selected.size()][slotCount];
    search(reached);
    List<Slot> missing = new ArrayList<>();
    for (int t = 0; t < selected.size(); t++) {
      for (int s = 0; s < slotCount; s++) {
        if (!reached[t][s]) {
          missing.add(new Slot(selected.get(t), s));
        }
      }
    }
    return new Infeasible((long) selected.size() * slotCount - flow, missing);
  }

  private boolean grow() {
    Step end = search(new boolean[selected.size()][slotCount]);
    if (end == null) {
      return false;
    }
    // Walk back: slot ← pair ← (inspector | slot). A pair reached from a slot gives that slot up.
    for (Step step = end; step != null; step = step.from) {
      if (step.kind == SLOT && step.from.kind == PAIR) {
        holder[step.subject][step.index] = step.from.index;
        seatOf[step.subject][step.from.index] = step.index;
      } else if (step.kind == INSPECTOR) {
        if (step.from == null) {
          held[step.index]++;
        } else if (seatOf[step.from.subject][step.index] == step.from.from.index) {
          seatOf[step.from.subject][step.index] = -1;
        }
      }
    }
    return true;
  }

  /** Marks every slot reachable in the residual graph; returns the first free one, if any. */
  private Step search(boolean[][] slotSeen) {
    boolean[] inspectorSeen = new boolean[inspectors.size()];
    boolean[][] pairSeen = new boolean[selected.size()][inspectors.size()];
    var queue = new ArrayDeque<Step>();
    for (int i = 0; i < inspectors.size(); i++) {
      if (held[i] < cap[i]) {
        inspectorSeen[i] = true;
        queue.add(new Step(INSPECTOR, -1, i, null));
      }
    }
    while (!queue.isEmpty()) {
      Step at = queue.poll();
      switch (at.kind) {
        case INSPECTOR -> {
          for (int t = 0; t < selected.size(); t++) {
            if (allowed[t][at.index] && seatOf[t][at.index] < 0 && !pairSeen[t][at.index]) {
              pairSeen[t][at.index] = true;
              queue.add(new Step(PAIR, t, at.index, at));
            }
          }
        }
        case PAIR -> {
          for (int s = 0; s < slotCount; s++) {
            if (fits[at.index][s]
                && holder[at.subject][s] != at.index
                && !slotSeen[at.subject][s]) {
              slotSeen[at.subject][s] = true;
              Step slot = new Step(SLOT, at.subject, s, at);
              if (holder[at.subject][s] < 0) {
                return slot;
              }
              queue.add(slot);
            }
          }
          // The unit may also go back from the pair to its inspector, who is then free elsewhere.
          if (seatOf[at.subject][at.index] >= 0 && !inspectorSeen[at.index]) {
            inspectorSeen[at.index] = true;
            queue.add(new Step(INSPECTOR, -1, at.index, at));
          }
        }
        default -> {
          int i = holder[at.subject][at.index];
          if (!pairSeen[at.subject][i]) {
            pairSeen[at.subject][i] = true;
            queue.add(new Step(PAIR, at.subject, i, at));
          }
        }
      }
    }
    return null;
  }
}
