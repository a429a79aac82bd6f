package cn.doublerandom.publication.application;

import cn.doublerandom.servicekit.waiting.MatterPlace;

/** The pages of the publication where somebody does what waits for him. */
final class MatterPlaces {
  static final MatterPlace RESULT = new MatterPlace("/publication/ui/notices/{id}");

  /** The list, by the state of a result. */
  static final MatterPlace RESULTS = new MatterPlace("/publication/ui/notices?state={id}");

  /** 月报、年报, with every task and everything that is not public. */
  static final MatterPlace REPORT = new MatterPlace("/publication/ui/reports?period={id}");

  static final MatterPlace LETTER = new MatterPlace("/publication/ui/letters/desk/{id}");

  static final MatterPlace WEBHOOK = new MatterPlace("/publication/ui/webhooks/{id}");

  static final MatterPlace WITHDRAWAL =
      new MatterPlace("/publication/ui/bulletins/{id}/withdrawal");

  private MatterPlaces() {}
}
