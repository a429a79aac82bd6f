package cn.doublerandom.inspection.phone;

import cn.doublerandom.inspection.phone.PhoneEvent.ConflictDecided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of one visit as far as they have come: a set, so that what it says hangs on which steps
 * there are and not on how they came.
 *
 * @param steps by id
 * @param decided in their order
 */
public record Phones(Map<String, TakenStep> steps, List<ConflictDecided> decided) {
  /** As many as any visit of a year's longest list needs, with every answer changed thrice. */
  public static final int MOST_STEPS = 1_000;

  static final Phones NONE = new Phones(Map.of(), List.of());

  public Phones {
    steps = Map.copyOf(steps);
    decided = List.copyOf(decided);
  }

  Phones with(TakenStep taken) {
    Map<String, TakenStep> all = new HashMap<>(steps);
    all.putIfAbsent(taken.step().id(), taken);
    return new Phones(all, decided);
  }

  Phones with(ConflictDecided one) {
    List<ConflictDecided> all = new ArrayList<>(decided);
    all.add(one);
    return new Phones(steps, all);
  }

  /** By the time that was claimed. */
  public List<TakenStep> inOrder() {
    return steps.values().stream().sorted(TakenStep.BY_CLAIM).toList();
  }

  /** What they come to. */
  public MergedSteps merged() {
    return MergedSteps.of(this);
  }
}
