package cn.doublerandom.servicekit.waiting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What waits in the streams of a service, as it is read. */
public interface PendingDirectory {
  /** Those of some kinds that can be done on a day, a batch as one, the oldest first. */
  CompletionStage<List<PendingGroup>> on(LocalDate today, Collection<String> kinds);

  /** What somebody asked for and was not agreed to since a day, a batch as one, newest first. */
  CompletionStage<List<ToldGroup>> told(String account, LocalDate since, int most);
}
