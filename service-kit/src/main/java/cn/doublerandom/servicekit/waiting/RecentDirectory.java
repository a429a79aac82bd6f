package cn.doublerandom.servicekit.waiting;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What people did in a service, as it is read. */
public interface RecentDirectory {
  /** The last things of one account, newest first. */
  CompletionStage<List<Doing>> by(String account, int most);

  /** The last things of the bureau, newest first. */
  CompletionStage<List<Doing>> last(int most);
}
