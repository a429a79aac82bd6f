package cn.doublerandom.publication.signin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** 登录记录 as they are read: those of the own bureau, the newest first. */
public interface SignIns {
  /**
   * What is asked for.
   *
   * @param account exactly; empty for any
   * @param from first day in Shanghai; empty for any
   * @param to last day in Shanghai; empty for any
   */
  record Query(
      String account,
      Optional<SignIn.What> what,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {}

  /**
   * Entries behind a place, the newest first.
   *
   * @param after place of the last one seen; empty for the beginning
   */
  CompletionStage<List<SignIn>> found(Query query, String after, int limit);

  /** How many there are, up to {@link #MOST_COUNTED}. */
  CompletionStage<Long> count(Query query);

  /** Where an entry stands among the others: by time, then by its id. */
  static String place(SignIn signIn) {
    return signIn.at() + "/" + signIn.id();
  }

  /** Beyond this nobody counts. */
  long MOST_COUNTED = 100_000;
}
