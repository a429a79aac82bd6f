package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.JointDisciplineAcknowledged;
import cn.doublerandom.contracts.JointDisciplineProposed;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;

/** What the receivers of joint discipline (联合惩戒) are told, and everybody of what they did. */
final class DisciplineTelling {
  private DisciplineTelling() {}

  static JointDisciplineProposed proposed(
      ResultEvent.DisciplineApproved agreed, Publication.Published published) {
    ResultContent c = published.content();
    Discipline.Terms terms =
        published.disciplines().standing(agreed.number()).orElseThrow().terms();
    return new JointDisciplineProposed(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        published.subjectName(),
        agreed.number(),
        terms.measure(),
        terms.basis(),
        terms.from(),
        terms.to(),
        terms.authorities(),
        agreed.on());
  }

  static JointDisciplineAcknowledged acknowledged(
      ResultEvent.DisciplineAcknowledged done, Publication.Published published) {
    ResultContent c = published.content();
    return new JointDisciplineAcknowledged(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        done.number(),
        done.authority(),
        done.deed(),
        done.on());
  }
}
