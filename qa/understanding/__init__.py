"""What understand.py stands on: the words of questions, who is asked, periods, follow-ups and questions of several parts."""
