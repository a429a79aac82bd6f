package cn.doublerandom.draw.protocol;

import static cn.doublerandom.draw.protocol.Seating.NOBODY;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** The seats nobody with room leads to: together they cannot be filled (protocol §7). */
final class CutOff {
  private final List<String> selected;
  private final Seating seating;
  private final IntPredicate hasRoom;

  // Nodes in one row: inspectors, then seats.
  private final boolean[] open;
  private final Deque<Integer> walk = new ArrayDeque<>();

  /**
   * A house that is as full as it gets.
   *
   * @param hasRoom whether an inspector may serve one more team
   */
  CutOff(List<String> selected, Seating seating, IntPredicate hasRoom) {
    this.selected = selected;
    this.seating = seating;
    this.hasRoom = hasRoom;
    this.open = new boolean[seating.inspectors() + selected.size() * seating.slots()];
  }

  DrawResult.Infeasible lacking(int missing) {
    for (int i = 0; i < seating.inspectors(); i++) {
      if (hasRoom.test(i)) {
        enter(i);
      }
    }
    while (!walk.isEmpty()) {
      int node = walk.pop();
      if (node < seating.inspectors()) {
        leaveInspector(node);
      } else {
        leaveSeat((node - seating.inspectors()) / seating.slots(), slotOf(node));
      }
    }
    List<DrawResult.Slot> cutOff = new ArrayList<>();
    for (int node = seating.inspectors(); node < open.length; node++) {
      if (!open[node]) {
        int t = (node - seating.inspectors()) / seating.slots();
        cutOff.add(new DrawResult.Slot(selected.get(t), slotOf(node)));
      }
    }
    return new DrawResult.Infeasible(missing, cutOff);
  }

  private int slotOf(int node) {
    return (node - seating.inspectors()) % seating.slots();
  }

  private int seat(int t, int s) {
    return seating.inspectors() + t * seating.slots() + s;
  }

  private void enter(int node) {
    if (!open[node]) {
      open[node] = true;
      walk.push(node);
    }
  }

  private void leaveInspector(int i) {
    for (int t = 0; t < selected.size(); t++) {
      if (seating.isAllowed(i, t) && !seating.isOn(i, t)) {
        enterFitting(i, t);
      }
    }
  }

  private void leaveSeat(int t, int s) {
    int member = seating.holder(t, s);
    if (member != NOBODY) {
      enter(member);
      enterFitting(member, t);
    }
  }

  private void enterFitting(int i, int t) {
    for (int s = 0; s < seating.slots(); s++) {
      if (seating.fits(i, s)) {
        enter(seat(t, s));
      }
    }
  }
}
