package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.verifier.Verify;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Lets the verifier judge every draw of a ledger that was executed. */
final class DrawCheck {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private DrawCheck() {}

  /** Puts each executed draw together again from its events and lets the verifier judge it. */
  static int verified(Connection connection) throws SQLException, Audit.Failed {
    var parts = new DrawParts();
    int draws = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT seq, stream_id, type, payload FROM ledger JOIN event USING (position)
                WHERE type IN ('FrameFrozen', 'DrawCommitted', 'DrawExecuted') ORDER BY seq
                """)) {
      while (rows.next()) {
        Optional<DrawParts.Made> made =
            parts.event(
                rows.getString("stream_id"),
                rows.getString("type"),
                JSON.readTree(EventChunks.whole(connection, rows.getString("payload"))));
        if (made.isPresent()) {
          Verify.Verdict verdict = Verify.check(made.get().bytes());
          if (!verdict.isOk()) {
            throw new Audit.Failed(
                "draw", rows.getLong("seq"), verdict.code() + ": " + verdict.detail());
          }
          draws++;
        }
      }
      return draws;
    } catch (JsonProcessingException e) {
      throw new AssertionError("a payload with a sound hash is not JSON", e);
    }
  }
}
