package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.Preview;
import cn.doublerandom.registry.inspector.DeclaringSide;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.ui.Desk;
import java.util.ArrayList;
import java.util.List;

/**
 * What of an entry is decided on, by the columns of its table, in the reader's language: whoever
 * agrees says that he has seen it, and may have no other page where it stands.
 */
final class RequestFacts {
  private final boolean english;
  private final RequestWords words;
  private final RegistryWords ofSubjects;

  private final InspectorWords ofInspectors;

  private RequestFacts(
      boolean english, RequestWords words, RegistryWords ofSubjects, InspectorWords ofInspectors) {
    this.english = english;
    this.words = words;
    this.ofSubjects = ofSubjects;
    this.ofInspectors = ofInspectors;
  }

  static RequestFacts of(Desk desk) {
    return new RequestFacts(
        desk.readsEnglish(),
        desk.words(RequestWords.class),
        desk.words(RegistryWords.class),
        desk.words(InspectorWords.class));
  }

  /** One column; {@code head} as the table has it. */
  RequestFact one(String head, String value) {
    return new RequestFact(
        inReadersLanguage(new Preview.Difference(head, "", value)).column(), value);
  }

  RequestFact kind(SubjectKind kind) {
    return one("类别", ofSubjects.kindOf(kind));
  }

  /** What stands in the columns of an entry. */
  List<RequestFact> entry(List<Preview.Difference> columns) {
    return columns.stream().map(column -> one(column.column(), column.becomes())).toList();
  }

  /** What changes, old beside new. */
  List<RequestFact> changes(List<Preview.Difference> differences) {
    return differences.stream()
        .map(this::inReadersLanguage)
        .map(changed ->
            new RequestFact(
                changed.column(),
                ShownImport.sealed(changed)
                    ? words.sealedChange()
                    : words.fromTo(changed.was(), changed.becomes())))
        .toList();
  }

  /** From when until when somebody is recused, and who said so. */
  List<RequestFact> recusal(Recusal recusal) {
    List<RequestFact> facts = new ArrayList<>();
    if (recusal.from() != null) {
      facts.add(new RequestFact(ofInspectors.from(), recusal.from().toString()));
    }
    if (recusal.until() != null) {
      facts.add(new RequestFact(ofInspectors.to(), recusal.until().toString()));
    }
    if (recusal.declaredBy() != null) {
      facts.add(
          new RequestFact(
              ofInspectors.recuseSide(),
              ofInspectors.sideOf(DeclaringSide.valueOf(recusal.declaredBy()))));
    }
    return facts;
  }

  private Preview.Difference inReadersLanguage(Preview.Difference told) {
    return english ? told.inEnglish() : told;
  }
}
