package cn.doublerandom.registry.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a request, and where.
 *
 * @param approval who agrees
 * @param decline who does not agree; absent where a request only waits on
 * @param withdrawal who takes his own back; absent where nobody can
 * @param reasons whether who ends it says why
 * @param erases whether it can never be undone
 */
public record RequestActs(
    Act approval,
    @Nullable Act decline,
    @Nullable Act withdrawal,
    boolean reasons,
    boolean erases) {
  /** An address, and the roles of who may send to it. */
  public record Act(String address, List<String> roles) {}

  /** Approved or declined by others, taken back by who asked. */
  static RequestActs ofThree(String at, List<String> deciders, List<String> askers) {
    return new RequestActs(
        new Act(at + "/approval", deciders),
        new Act(at + "/decline", deciders),
        new Act(at + "/withdrawal", askers),
        true,
        false);
  }

  /** Approved by others; ended by others or by who asked, at one address, who say why. */
  static RequestActs ofTwo(String at, List<String> deciders, List<String> enders) {
    var end = new Act(at + "/decline", enders);
    return new RequestActs(new Act(at + "/approval", deciders), end, end, true, false);
  }

  /** The same of what can never be undone once it is approved. */
  static RequestActs ofErasure(String at, List<String> deciders, List<String> askers) {
    RequestActs three = ofThree(at, deciders, askers);
    return new RequestActs(three.approval(), three.decline(), three.withdrawal(), true, true);
  }

  /** Approved by others, or waiting on. */
  static RequestActs ofOne(String at, List<String> deciders, boolean erases) {
    return new RequestActs(new Act(at + "/approval", deciders), null, null, false, erases);
  }
}
