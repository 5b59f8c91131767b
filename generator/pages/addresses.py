"""Where pages stand, and the named ways to them. Addresses are permanent."""

from dataclasses import dataclass

from generator.model.frames import Frame
from generator.model.register import Department

PAGE = "index.md"
"""Each page is the index of its own folder: the same links work on a server and in a folder."""
HOME = ""
RULES = "rules/"
DICTIONARY = "dictionary/"
SITEMAP = "sitemap/"
SEARCH = "search/"
DATA = "data/"
DEPARTMENTS = "departments/"
QUESTIONS = "questions/"
PROBLEMS = "problems/"
NOT_MENDED = f"{PROBLEMS}not-mended/"
YEARS = "years/"
FRAMES = "frames/"
SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")
"""What engines read, made of the finished pages."""
NOT_FOUND = "404.html"
"""What a server shows where no page is."""
HOME_URI = HOME + PAGE
"""The home page: generated, with the hand-written file's text in it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A named way to a page of this site."""

    title: str
    address: str


def year_address(year: int) -> str:
    """`2021/`."""
    return f"{year}/"


def department_address(department: Department) -> str:
    """`departments/<department>/`."""
    return f"{DEPARTMENTS}{department.id}/"


def department_year_address(year: int, department: Department) -> str:
    """`2021/<department>/`."""
    return f"{year}/{department.id}/"


def question_address(question: str) -> str:
    """`questions/<question>/`."""
    return f"{QUESTIONS}{question}/"


def frame_address(frame: Frame) -> str:
    """`frames/<frame>/`."""
    return f"{FRAMES}{frame.id}/"


def home_link() -> Link:
    """The first step of every breadcrumb."""
    return Link("首页", HOME)


def year_link(year: int) -> Link:
    """A year under the name it has everywhere."""
    return Link(f"{year}年度", year_address(year))


def departments_link() -> Link:
    """The list of departments."""
    return Link("部门", DEPARTMENTS)


def review_link() -> Link:
    """The reviewer's list, in previews only."""
    return Link("待核对事项", "review/")


def frames_link() -> Link:
    """The list of scoring frames."""
    return Link("指标体系", FRAMES)


def data_link() -> Link:
    """What readers take along."""
    return Link("数据下载", DATA)


def years_link() -> Link:
    """All years."""
    return Link("历年", YEARS)


def problems_link() -> Link:
    """All problems, counted."""
    return Link("全部问题", PROBLEMS)


def not_mended_link() -> Link:
    """Those that somebody says are not put right."""
    return Link("没有整改完的问题", NOT_MENDED)


def problems_of_year(year: int) -> Link:
    """`problems/2021/`."""
    return Link(f"{year}年度的问题", f"{PROBLEMS}{year}/")


def problems_of_department(department: Department) -> Link:
    """`problems/departments/<department>/`."""
    return Link(f"{department.name}的问题", f"{PROBLEMS}departments/{department.id}/")


def search_link() -> Link:
    """The search page."""
    return Link("搜索", SEARCH)
