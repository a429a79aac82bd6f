package cn.doublerandom.publication.result;

import org.jspecify.annotations.Nullable;

/**
 * What goes on about a published result.
 *
 * @param asked what waits for another person; absent where nothing does
 * @param objections 异议 to it
 * @param disciplines 联合惩戒 because of it
 * @param repairs how long it is public, and 信用修复 asked for
 */
public record Proceedings(
    @Nullable AskedChange asked, Objections objections, Disciplines disciplines, Repairs repairs) {
  /** Of a result that becomes public now, by somebody and for as long as the term says. */
  static Proceedings ofNew(String publishedBy, @Nullable PublicTerm term) {
    return new Proceedings(
        null, Objections.none(publishedBy), Disciplines.NONE, Repairs.within(term));
  }

  Proceedings asking(@Nullable AskedChange change) {
    return new Proceedings(change, objections, disciplines, repairs);
  }

  Proceedings objected(Objections changed) {
    return new Proceedings(asked, changed, disciplines, repairs);
  }

  Proceedings disciplined(Disciplines changed) {
    return new Proceedings(asked, objections, changed, repairs);
  }

  Proceedings repaired(Repairs changed) {
    return new Proceedings(asked, objections, disciplines, changed);
  }
}
