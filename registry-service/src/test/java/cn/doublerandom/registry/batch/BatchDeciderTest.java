package cn.doublerandom.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.batch.BatchCommand.BeginBatch;
import cn.doublerandom.registry.batch.BatchCommand.CompleteBatch;
import cn.doublerandom.registry.batch.BatchEvent.BatchBegun;
import cn.doublerandom.registry.batch.BatchEvent.BatchCompleted;
import org.junit.jupiter.api.Test;

/** Who agrees to a batch can have read all of it. */
class BatchDeciderTest {
  private final DeciderSpecification<BatchCommand, BatchEvent, Batch> batch =
      DeciderSpecification.of(new BatchDecider());

  @Test
  void a_batch_of_one_transaction_is_whole_from_the_start() {
    assertThat(new BatchDecider().initial().holdsAllItWill()).isTrue();
  }

  @Test
  void a_batch_of_several_transactions_is_whole_when_its_table_says_so() {
    var begun = batch.given().when(new BeginBatch(20_001, "registrar"));
    begun.then(new BatchBegun(20_001, "registrar"));
    assertThat(begun.state().holdsAllItWill()).isFalse();
    var stored = batch.given(new BatchBegun(20_001, "registrar")).when(new CompleteBatch(17));
    stored.then(new BatchCompleted(17));
    assertThat(stored.state().holdsAllItWill()).isTrue();
  }

  @Test
  void a_batch_is_begun_once_and_completed_once() {
    var begun = batch.given(new BatchBegun(20_001, "registrar"));
    begun.when(new BeginBatch(20_001, "registrar")).then();
    var whole = batch.given(new BatchBegun(20_001, "registrar"), new BatchCompleted(17));
    whole.when(new BeginBatch(20_001, "registrar")).then();
    whole.when(new CompleteBatch(17)).then();
    assertThat(whole.when(new CompleteBatch(17)).state().holdsAllItWill()).isTrue();
    batch.given().when(new CompleteBatch(17)).then();
  }
}
