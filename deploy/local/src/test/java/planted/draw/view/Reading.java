package planted.draw.view;

import io.vertx.mutiny.sqlclient.Pool;

/** Asks the database itself, of whoever's rows. */
class Reading {
  private final Pool pool;

  Reading(Pool pool) {
    this.pool = pool;
  }

  Object all() {
    return pool.query("SELECT body FROM task_view");
  }
}
