package cn.doublerandom.servicekit.view;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What {@link OwnReading} sends is prepared once for each connection: one way to the database is
 * saved, and its answer need not be described anew. The plan that is kept so is to call a function;
 * what the function reads it plans for its own words (ADR 101). Every other statement is planned
 * each time, as before.
 */
@ApplicationScoped
public class KeptStatements implements PgPoolCreator {
  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(options ->
            options
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlFilter(OwnReading::isOne));
    return PgDriver.INSTANCE.createPool(
        input.vertx(), input.pgConnectOptionsList(), input.poolOptions());
  }
}
