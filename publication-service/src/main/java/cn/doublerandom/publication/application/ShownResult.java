package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.result.AskedChange;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.waiting.DueWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One result.
 *
 * @param version of what was read
 * @param content what is known of it
 * @param notice as it is read once it is public; absent before it is recorded
 * @param planned the draw it came from; absent where it was not told
 * @param left until its last day, in working days
 * @param late whether its last day has passed without it
 * @param why who asks may not publish it; absent where he may
 * @param asked the correction or withdrawal that waits; absent where none does
 * @param whyNotDecide why who asks may not decide on it; absent where he may
 */
public record ShownResult(
    String name,
    long version,
    ResultContent content,
    @Nullable ResultNotice notice,
    @Nullable PlannedDraw planned,
    DueWords left,
    boolean late,
    boolean isPublic,
    @Nullable Rejection why,
    @Nullable AskedChange asked,
    @Nullable Rejection whyNotDecide) {
  ShownResult unpublished(Rejection because) {
    return new ShownResult(
        name,
        version,
        content,
        notice,
        planned,
        left,
        late,
        isPublic,
        because,
        asked,
        whyNotDecide);
  }

  ShownResult waiting(Optional<AskedChange> change, Optional<Rejection> because) {
    return new ShownResult(
        name,
        version,
        content,
        notice,
        planned,
        left,
        late,
        isPublic,
        why,
        change.orElse(null),
        because.orElse(null));
  }
}
