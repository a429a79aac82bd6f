package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The day of one visit as the inspections told it. */
@Entity
@Table(name = "agreed_day_view")
class AgreedDayRow extends Document {}
