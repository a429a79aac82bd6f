package cn.doublerandom.registry.batch;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.batch.Batch.AtOnce;
import cn.doublerandom.registry.batch.Batch.Storing;
import cn.doublerandom.registry.batch.Batch.Whole;
import cn.doublerandom.registry.batch.BatchCommand.BeginBatch;
import cn.doublerandom.registry.batch.BatchCommand.CompleteBatch;
import cn.doublerandom.registry.batch.BatchEvent.BatchBegun;
import cn.doublerandom.registry.batch.BatchEvent.BatchCompleted;

/** A batch is begun once and completed once: its name is given once. */
public final class BatchDecider implements Decider<BatchCommand, BatchEvent, Batch> {
  @Override
  public Batch initial() {
    return new AtOnce();
  }

  @Override
  public Decision<BatchEvent> decide(BatchCommand command, Batch batch) {
    return switch (command) {
      case BeginBatch(var rows, var by) ->
          switch (batch) {
            case AtOnce() -> accept(new BatchBegun(rows, by));
            case Storing storing -> accept();
            case Whole() -> accept();
          };
      case CompleteBatch(var waiting) ->
          switch (batch) {
            case AtOnce() -> accept();
            case Storing storing -> accept(new BatchCompleted(waiting));
            case Whole() -> accept();
          };
    };
  }

  @Override
  public Batch evolve(Batch batch, BatchEvent event) {
    return switch (event) {
      case BatchBegun begun -> new Storing(begun.by());
      case BatchCompleted completed -> new Whole();
    };
  }
}
