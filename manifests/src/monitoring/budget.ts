import type { CloudEnvironment } from '../environments/schema.ts';

/**
 * A monthly budget that notifies at 50, 80 and 100 % of what is spent and at 100 % of what is forecast; it stops
 * nothing (google.cloud.billing.budgets.v1.Budget).
 */
export function budget({ name, project, budgetUsd, notificationChannels }: CloudEnvironment) {
  return {
    displayName: `ShortFactory ${name}`,
    budgetFilter: {
      projects: [`projects/${project}`],
      calendarPeriod: 'MONTH',
      creditTypesTreatment: 'INCLUDE_ALL_CREDITS',
    },
    amount: { specifiedAmount: { currencyCode: 'USD', units: String(budgetUsd) } },
    thresholdRules: [
      { thresholdPercent: 0.5, spendBasis: 'CURRENT_SPEND' },
      { thresholdPercent: 0.8, spendBasis: 'CURRENT_SPEND' },
      { thresholdPercent: 1, spendBasis: 'CURRENT_SPEND' },
      { thresholdPercent: 1, spendBasis: 'FORECASTED_SPEND' },
    ],
    notificationsRule: {
      // The API takes at most five.
      monitoringNotificationChannels: notificationChannels.slice(0, 5),
      enableProjectLevelRecipients: true,
    },
  };
}
