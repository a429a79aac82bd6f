package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One alarm about a step of a plan. */
@Entity
@Table(name = "plan_alarm_view")
class PlanAlarmRow extends Document {}
