package cn.doublerandom.registry.batch;

import cn.doublerandom.eventstore.decider.Rejection;

/** Why a batch cannot be decided on. */
public enum BatchRejection implements Rejection {
  BATCH_DECIDED(
      "batch-decided",
      "这个批次里现在没有等待决定的申请：您或者别人可能刚刚已经决定。请回到“待批准的申请”，看现在还有什么。",
      "Nothing of this batch waits any more: you or somebody else may have decided on it just now."
          + " See what is left in the list of requests.",
      Kind.UNKNOWN);

  private final Wording wording;

  BatchRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
