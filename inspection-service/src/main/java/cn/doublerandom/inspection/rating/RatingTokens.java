package cn.doublerandom.inspection.rating;

import java.util.Optional;

/** What a code becomes in the ledger: the officers know the code, and must not find it there. */
public interface RatingTokens {
  /**
   * Always the same for a visit and its code, and nothing to who does not have the key.
   *
   * @return nothing where there is no key, and no rating is taken
   */
  Optional<String> of(String visitId, String code);

  /** The same of 评价码, which the officers do not know. */
  Optional<String> ofRatingCode(String visitId, String code);
}
