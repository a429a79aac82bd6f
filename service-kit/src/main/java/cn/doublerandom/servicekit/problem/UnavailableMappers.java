package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.RaceLost;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.ledger.Vitals;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What a part of the house that does not answer is told as: come again, it is no fault of yours.
 */
@Singleton
public class UnavailableMappers {
  private static final Logger LOG = Logger.getLogger(UnavailableMappers.class);

  @Inject Vitals vitals;
  @Inject ProblemMappers others;

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> database(PgException e, HttpHeaders headers) {
    LOG.errorf("database: SQLSTATE %s", e.getSqlState());
    if (FullDisk.isBehind(e)) {
      vitals.trouble(Vitals.DISK, "the database's disk is full; commands are refused");
      return ProblemMappers.answer(EdgeRejection.STORAGE_FULL, headers);
    }
    return ProblemMappers.answer(EdgeRejection.TEMPORARILY_UNAVAILABLE, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> overloaded(StoreOverloaded e, HttpHeaders headers) {
    return ProblemMappers.answer(EdgeRejection.STORE_OVERLOADED, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> raceLost(RaceLost e, HttpHeaders headers) {
    return ProblemMappers.answer(EdgeRejection.RACE_LOST, headers);
  }

  @ServerExceptionMapper(
      value = {TimeoutException.class, io.smallrye.mutiny.TimeoutException.class},
      priority = 1)
  RestResponse<Problem> late(Exception e, HttpHeaders headers) {
    LOG.error("a part of the system did not answer in time");
    return ProblemMappers.answer(EdgeRejection.TEMPORARILY_UNAVAILABLE, headers);
  }

  /** A connection that ended under a request. */
  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> broken(VertxException e, HttpHeaders headers) {
    LOG.errorf("connection lost: %s", e.getMessage());
    return ProblemMappers.answer(EdgeRejection.TEMPORARILY_UNAVAILABLE, headers);
  }

  /** No connection came free in time: the pool says so by what is no exception. */
  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> crowded(NoStackTraceThrowable e, HttpHeaders headers) {
    LOG.errorf("no connection to the database in time: %s", e.getMessage());
    return ProblemMappers.answer(EdgeRejection.TEMPORARILY_UNAVAILABLE, headers);
  }

  /** A read model that cannot be read because its database does not answer. */
  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> persistence(PersistenceException e, HttpHeaders headers) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException database) {
        return database(database, headers);
      } else if (cause instanceof VertxException
          || cause instanceof NoStackTraceThrowable
          || cause instanceof IOException) {
        LOG.errorf("connection lost: %s", cause.getMessage());
        return ProblemMappers.answer(EdgeRejection.TEMPORARILY_UNAVAILABLE, headers);
      }
    }
    return others.bug(e, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> connection(ConnectException e, HttpHeaders headers) {
    LOG.error("connection refused by a part of the system");
    return ProblemMappers.answer(EdgeRejection.TEMPORARILY_UNAVAILABLE, headers);
  }
}
