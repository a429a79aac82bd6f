package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** How far one visit is prepared. */
@Entity
@Table(name = "preparation_view")
class PreparationRow extends Document {
  /** Derived from the body by the database, as the others, so that they cannot disagree. */
  @Column(insertable = false, updatable = false)
  String approval = "";

  @Column(name = "recusal_open", insertable = false, updatable = false)
  boolean recusalOpen;

  @Column(insertable = false, updatable = false)
  boolean recused;

  @Column(insertable = false, updatable = false)
  String code = "";
}
