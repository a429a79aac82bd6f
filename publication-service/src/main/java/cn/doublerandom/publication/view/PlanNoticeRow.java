package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One plan notice. */
@Entity
@Table(name = "plan_notice_view")
class PlanNoticeRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(name = "published_on", insertable = false, updatable = false)
  String publishedOn = "";
}
