package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One plan notice. */
@Entity
@Table(name = "plan_notice_view")
class PlanNoticeRow extends Document {}
