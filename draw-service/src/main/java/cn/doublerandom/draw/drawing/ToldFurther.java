package cn.doublerandom.draw.drawing;

/** An explanation that goes on: the same facts, with another sentence. */
final class ToldFurther {
  private ToldFurther() {}

  static Explanation.OfSubject of(Explanation.OfSubject told, String more) {
    return new Explanation.OfSubject(
        told.drawId(),
        told.subject(),
        told.inScope(),
        told.stratum(),
        told.excluded(),
        told.ticket(),
        told.rank(),
        told.eligible(),
        told.cutOff(),
        told.selected(),
        told.alternate(),
        told.tasks(),
        told.text() + more);
  }
}
