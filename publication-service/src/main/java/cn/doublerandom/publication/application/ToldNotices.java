package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.result.Publication;
import java.util.Optional;

/** What the world is told of results on the topic of notices, so that it can be compared. */
public interface ToldNotices {
  /**
   * What stands on the topic once a result has come so far; empty where nothing was told yet.
   *
   * @param scope whose the result is
   */
  Optional<ToldNotice> of(Scope scope, Publication publication);
}
