package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterCommand;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.publication.letter.LetterEvent.LetterAnswered;
import cn.doublerandom.publication.letter.LetterEvent.LetterWritten;
import cn.doublerandom.publication.letter.LetterEvent.ReplyDeclined;
import cn.doublerandom.publication.letter.LetterEvent.ReplyDrafted;
import cn.doublerandom.publication.letter.LetterEvent.ReplyTakenBack;
import cn.doublerandom.publication.letter.LetterLine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows where each letter stands, and nothing of what was written or replied. */
@ApplicationScoped
class LetterProjection implements Projection {
  private final LetterView views;
  private final CommandHandler<LetterCommand, LetterEvent, Letter> letters;

  @Inject
  LetterProjection(LetterView views, CommandHandler<LetterCommand, LetterEvent, Letter> letters) {
    this.views = views;
    this.letters = letters;
  }

  @Override
  public String name() {
    return "letters";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(views.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views batch) {
    List<LedgerEntry> own =
        entries.stream()
            .filter(one -> PublicationStreams.LETTER.has(one.event().stream()))
            .toList();
    return views
        .rows
        .fetch(batch, own.stream().map(LetterProjection::id).distinct().toList())
        .invoke(() -> own.forEach(one -> apply(one, batch)));
  }

  private static String id(LedgerEntry entry) {
    return PublicationStreams.LETTER.id(entry.event().stream());
  }

  private void apply(LedgerEntry entry, Views batch) {
    String id = id(entry);
    switch (letters.decode(entry.event())) {
      case LetterWritten written -> views.rows.put(batch, id, LetterLine.of(id, written));
      case ReplyDrafted drafted -> views.rows.update(batch, id, line -> line.drafted(drafted.by()));
      case ReplyDeclined declined -> views.rows.update(batch, id, LetterLine::returned);
      case ReplyTakenBack back -> views.rows.update(batch, id, LetterLine::returned);
      case LetterAnswered answered ->
          views.rows.update(batch, id, line -> line.answered(answered.on()));
    }
  }
}
