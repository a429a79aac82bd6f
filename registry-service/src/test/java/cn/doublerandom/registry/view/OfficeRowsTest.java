package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.office.OfficeCodec;
import cn.doublerandom.registry.office.OfficeDirectory.Entry;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeEvent.MandateRegistered;
import cn.doublerandom.registry.office.OfficeEvent.MandateRequestEnded;
import cn.doublerandom.registry.office.OfficeEvent.MandateRequested;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of offices says of each what it is there for, and whether another mandate waits. */
class OfficeRowsTest {
  private static final String UNIT = "清河县交通运输局";
  private static final OfficeMandate FIRST = mandate("道路运输");
  private static final OfficeMandate SECOND = mandate("公路");

  private static OfficeMandate mandate(String field) {
    return new OfficeMandate(
        UNIT,
        OfficeLevel.COUNTY,
        "三定规定",
        List.of(new OfficeMandate.Clause("第三条", "行业监管", List.of(field))));
  }

  private static Map<String, Entry> rows(OfficeEvent... events) {
    return ProjectionSpecification.of(
            new OfficeProjection(new OfficeView(), OfficeCodec.ofEvents()))
        .given(OfficeCodec.ofEvents(), RegistryStreams.OFFICE.of(UNIT), events)
        .rows("office_view", Entry.class);
  }

  @Test
  void an_office_whose_first_mandate_waits_or_was_declined_has_none() {
    assertThat(rows(new MandateRequested(FIRST, "a")))
        .isEqualTo(Map.of(UNIT, new Entry(UNIT, null, true)));
    assertThat(rows(new MandateRequested(FIRST, "a"), new MandateRequestEnded("b", "条款有误")))
        .isEqualTo(Map.of(UNIT, new Entry(UNIT, null, false)));
  }

  @Test
  void the_mandate_that_holds_stays_until_another_is_agreed_to() {
    var registered = new MandateRegistered(FIRST, "a", "b");
    assertThat(rows(registered)).isEqualTo(Map.of(UNIT, new Entry(UNIT, FIRST, false)));
    assertThat(rows(registered, new MandateRequested(SECOND, "a")))
        .isEqualTo(Map.of(UNIT, new Entry(UNIT, FIRST, true)));
    assertThat(
            rows(
                registered,
                new MandateRequested(SECOND, "a"),
                new MandateRegistered(SECOND, "a", "b")))
        .isEqualTo(Map.of(UNIT, new Entry(UNIT, SECOND, false)));
  }
}
