package cn.doublerandom.inspection.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the ratings of a task in a quarter. */
public sealed interface RatingEvent {
  /**
   * A firm rated a visit; which one stands nowhere.
   *
   * @param token what the code became under a key the ledger does not have, 64 lowercase hex digits
   * @param units of the team, ascending
   * @param rules packs by which it was in time; absent in events from before packs spoke of it
   */
  record VisitRated(String token, List<String> units, Rating rating, @Nullable String rules)
      implements RatingEvent {
    public VisitRated {
      units = List.copyOf(units);
    }
  }
}
