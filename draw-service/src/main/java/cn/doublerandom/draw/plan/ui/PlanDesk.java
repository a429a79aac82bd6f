package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What all pages of plans need of the one who reads them. */
@RequestScoped
class PlanDesk {
  private final Desk desk;
  private final Requests requests;

  @Inject
  PlanDesk(Desk desk, Requests requests) {
    this.desk = desk;
    this.requests = requests;
  }

  <T> T words(Class<T> bundle) {
    return desk.words(bundle);
  }

  Terms terms() {
    return new Terms(words(TermWords.class), words(KitWords.class), desk.readsEnglish());
  }

  boolean readsEnglish() {
    return desk.readsEnglish();
  }

  LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  String actor() {
    return requests.actor();
  }

  static List<Choice> choices(Collection<String> values, Function<String, String> label) {
    return values.stream().map(value -> new Choice(value, label.apply(value))).toList();
  }
}
