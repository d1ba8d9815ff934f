// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { reportCsv, reportRows } from '../../utils/core/report-file.ts';
import type { ReportActions, ReportsView } from '../../utils/core/report-views.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { ReportsStage, reportViews } from '../gallery/report-examples.tsx';
import { click, draw, one, words } from './draw.tsx';

const drawView = (view: ReportsView, actions: Partial<ReportActions> = {}) =>
  draw(
    <DashboardStage
      example={{ open: 'reports', content: () => <ReportsStage view={view} actions={actions} /> }}
    />,
  );

describe('the files of a report', () => {
  const { report } = reportViews.month;

  it('add up column by column within a section, also where several units came in at once', () => {
    if (report === null) throw new Error('no report');
    const rows = reportRows(report);
    const sum = (
      section: string,
      column: 'gifts' | 'payments' | 'without_price' | 'live_minutes',
    ) =>
      rows
        .filter((row) => row.section === section && row.kind === 'gift')
        .reduce((all, row) => all + Number(row[column] ?? 0), 0);
    const { gifts } = report.came;
    for (const section of ['platform', 'part']) {
      expect(sum(section, 'gifts')).toBe(gifts.gifts);
      expect(sum(section, 'payments')).toBe(gifts.entries);
      expect(sum(section, 'without_price')).toBe(gifts.unpriced);
    }
    expect(rows.filter(({ unit }) => unit === 'kick:kick').map(({ section }) => section)).toEqual([
      'platform',
      'part',
      'not_known',
    ]);
    expect(sum('stream', 'live_minutes')).toBe(2 * 192);
  });

  it('cannot be made to run anything by a title or a note', () => {
    if (report === null) throw new Error('no report');
    const note = '=HYPERLINK("https://example.com")';
    const payouts = report.payouts.map((each) => ({ ...each, note }));
    const streams = report.streams.map((each) => ({
      ...each,
      stream: { ...each.stream, title: '@SUM(1)' },
    }));
    const csv = reportCsv({ ...report, payouts, streams });
    expect(csv).toContain(`"'=HYPERLINK(""https://example.com"")"`);
    expect(csv).not.toMatch(/(^|,)"?[=@]/m);
  });
});

describe('the screen of reports', () => {
  it('says what came in, what it is worth with rate and basis, what was paid, and what is not known', async () => {
    const said = words(one(await drawView(reportViews.month), '.statement'));
    expect(said).toContain('Statement for November 2026');
    expect(said).toContain('Days are counted in Europe/Lisbon');
    expect(said).toContain('5,200 KICKs');
    expect(said).toContain(
      'Worthabout $425.26 to $491.34without 5,200 KICKs · An estimate, not money received.',
    );
    expect(said).toContain('about $0.004057 to $0.004688 a coin');
    expect(said).toContain('by your own payouts');
    expect(said).toContain('Paid out$670.00after $2.50 fees and $40.00 tax were kept');
    expect(said).toContain('For 6 min a stream was on air but not seen');
    expect(said).toContain('Of 1 stream nobody noted how much of it was seen.');
    expect(said).toContain('By the platform’s own count at least 50 coins more came in.');
    expect(said).toContain('2 gifts have no known price and are in no sum.');
    expect(said).toContain('What a creator gets is not known for: KICKs.');
    expect(said).toContain('1 payment was entered by hand.');
    expect(said).toContain('This time is not over yet');
    expect(said).toContain('Only payouts are money that arrived.');
    expect(said).not.toMatch(/income|earn/i);
  });

  it('leads from each total to the entries that make it, and nowhere on paper', async () => {
    const links = (stage: HTMLElement) =>
      [...stage.querySelectorAll<HTMLElement>('.statement a.to-ledger')].map(
        (link) => [words(link), link.getAttribute('href')] as const,
      );
    const days = 'direction=received&kind=gift&from=2026-11-01&to=2026-11-30';
    const stage = await drawView(reportViews.month);
    const ofMonth = links(stage);
    const all = reportViews.month.report?.came.gifts.gifts.toLocaleString('en-US') ?? '';
    const to = (text: string) =>
      ofMonth.filter(([figure]) => figure === text).map(([, href]) => href);
    expect(ofMonth[0]?.[1]).toBe(`#ledger?${days}&whose=mine`);
    expect(all).not.toBe('');
    expect(to('5,200 KICKs')).toContain(`#ledger?platform=kick&${days}&whose=mine`);
    expect(ofMonth.map(([, href]) => href)).toContainEqual(
      expect.stringMatching(/^#ledger\?direction=received&kind=gift&session=tiktok%3A/),
    );
    expect(ofMonth.some(([figure]) => figure === '–')).toBe(false);
    const ofStream = links(await drawView(reportViews.stream)).map(([, href]) => href ?? '');
    for (const part of ['gift=tiktok%3A1', 'person=tiktok%3A', 'during=']) {
      expect(ofStream.some((href) => href.includes(part) && href.includes('session='))).toBe(true);
    }
    const ofAgency = links(await drawView(reportViews.agency)).map(([, href]) => href ?? '');
    expect(ofAgency.every((href) => /[?&](creator|session|whose)=/.test(href))).toBe(true);
    expect(ofAgency[0]).toBe(`#ledger?${days}&whose=followed`);

    const hrefs = () => stage.querySelectorAll('.statement a[href]').length;
    const known = hrefs();
    window.dispatchEvent(new Event('beforeprint'));
    expect(hrefs()).toBe(0);
    window.dispatchEvent(new Event('afterprint'));
    expect(hrefs()).toBe(known);
  });

  it('has tables with a title, and rows and columns that are named', async () => {
    for (const view of Object.values(reportViews)) {
      const stage = await drawView(view);
      for (const table of stage.querySelectorAll('table')) {
        expect(table.caption?.textContent).toBeTruthy();
        const columns = table.querySelectorAll('thead th[scope=col]').length;
        for (const row of table.querySelectorAll('tbody tr')) {
          expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1);
          expect(row.children).toHaveLength(columns);
        }
      }
    }
  });

  it('leads from a month to its streams, its neighbours and its other kinds', async () => {
    const stage = await drawView(reportViews.month);
    const addresses = [...stage.querySelectorAll('main a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(addresses).toContain('#reports?report=month&month=2026-10');
    expect(addresses).toContain('#reports?report=month&month=2026-12');
    expect(addresses).toContain('#reports?report=stream&stream=tiktok%3A220');
    expect(addresses).toContain('#reports?report=year&year=2026');
    expect(addresses).toContain('#reports?report=agency&month=2026-11');
  });

  it('is printed and saved, and its tax year begins when the user says', async () => {
    const actions = {
      onPrint: vi.fn(),
      onExport: vi.fn(),
      onChooseTaxYear: vi.fn(),
      onOpen: vi.fn(),
    };
    const stage = await drawView(reportViews.year, actions);
    for (const button of stage.querySelectorAll<HTMLElement>('.report-choice button')) {
      await click(button);
    }
    expect(actions.onPrint).toHaveBeenCalledOnce();
    expect(actions.onExport.mock.calls).toEqual([['csv'], ['json']]);
    const month = one<HTMLSelectElement>(stage, '#tax-month');
    expect(month.value).toBe('4');
    await act(() => {
      month.value = '7';
      month.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(actions.onChooseTaxYear).toHaveBeenCalledWith({ month: 7, day: 6 });
  });

  it('says where there is nothing, and still what it does not know', async () => {
    expect(words(await drawView(reportViews.none))).toContain('No stream yet');
    const empty = words(await drawView(reportViews.empty));
    expect(empty).toContain('Nothing came in and nothing was paid out.');
    expect(empty).toContain('What was given while no page of the stream was open');
  });
});
